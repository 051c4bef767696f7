import { generateKeyPairSync, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const OID = 0x06;
/** ecdsa-with-SHA256, commonName, basicConstraints, subjectAltName: their object identifiers, encoded. */
const ECDSA_SHA256 = item(SEQUENCE, item(OID, Buffer.from('2a8648ce3d040302', 'hex')));
const COMMON_NAME = item(OID, Buffer.from('550403', 'hex'));
const BASIC_CONSTRAINTS = item(OID, Buffer.from('551d13', 'hex'));
const SUBJECT_ALTERNATIVE_NAME = item(OID, Buffer.from('551d11', 'hex'));

/**
 * A certificate that vouches for itself and for `host` alone (RFC 5280), with its key; both as PEM. Made anew for every run,
 * so that no key lies in the repository.
 */
export function certificateFor(host) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = item(SEQUENCE, item(0x31, item(SEQUENCE, COMMON_NAME, item(0x0c, Buffer.from(host)))));
  const signed = item(SEQUENCE,
    item(0xa0, item(0x02, Buffer.from([2]))),
    item(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    name,
    item(SEQUENCE, item(0x17, Buffer.from('200101000000Z')), item(0x17, Buffer.from('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    item(0xa3, item(SEQUENCE,
      item(SEQUENCE, BASIC_CONSTRAINTS, item(0x04, item(SEQUENCE, item(0x01, Buffer.from([0xff]))))),
      item(SEQUENCE, SUBJECT_ALTERNATIVE_NAME, item(0x04, item(SEQUENCE, item(0x82, Buffer.from(host)))))),
    ));
  const whole = item(SEQUENCE, signed, ECDSA_SHA256, item(0x03, Buffer.from([0]), sign('sha256', signed, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g).join('\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/** One item of DER: its tag, its length, what it holds. */
function item(tag, ...parts) {
  const held = Buffer.concat(parts);
  const { length } = held;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), held]);
}
