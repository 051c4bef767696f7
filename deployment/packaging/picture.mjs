import { inflateSync } from 'node:zlib';

/** Source: the Teams app manifest reference, "icons". */
const SIDE = { color: 192, outline: 32 };
const SIGNATURE = '89504e470d0a1a0a';
const CHANNELS = 4;

/**
 * What is wrong with one of the two pictures of an app, a sentence each: its size, and, for the outline, that it is white
 * on nothing, since Teams draws it on its own colours.
 *
 * @param {string} name @param {Buffer} bytes @param {'color' | 'outline'} kind
 */
export function pictureFaults(name, bytes, kind) {
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) return [`${name}: is not a PNG`];
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth, colourType, , , interlaced] = bytes.subarray(24, 29);
  const side = SIDE[kind];
  if (width !== side || height !== side) return [`${name}: is ${width} by ${height} pixels; it must be ${side} by ${side}`];
  if (depth !== 8 || colourType !== 6 || interlaced !== 0) return [`${name}: must be saved with 8 bits a channel and transparency (RGBA), not interlaced`];
  const pixels = [...pixelsOf(bytes, width, height)];
  const seen = pixels.filter(([, , , alpha]) => alpha > 0);
  if (seen.length === 0) return [`${name}: shows nothing`];
  if (kind === 'color') return [];
  return [
    ...(seen.length === pixels.length ? [`${name}: has no transparent pixel; it must be white on nothing`] : []),
    ...(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255) ? [] : [`${name}: has a pixel that is not white; it must be white on nothing`]),
  ];
}

/** Source: the PNG specification, chapters 9 (filtering) and 11 (IDAT). */
function* pixelsOf(bytes, width, height) {
  const line = width * CHANNELS;
  const packed = inflateSync(dataOf(bytes));
  let above = Buffer.alloc(line);
  for (let row = 0; row < height; row += 1) {
    const filter = packed[row * (line + 1)];
    const current = Buffer.from(packed.subarray(row * (line + 1) + 1, (row + 1) * (line + 1)));
    for (let at = 0; at < line; at += 1) {
      const left = at < CHANNELS ? 0 : current[at - CHANNELS];
      const corner = at < CHANNELS ? 0 : above[at - CHANNELS];
      current[at] += [0, left, above[at], (left + above[at]) >> 1, paeth(left, above[at], corner)][filter];
    }
    for (let at = 0; at < line; at += CHANNELS) yield current.subarray(at, at + CHANNELS);
    above = current;
  }
}

function dataOf(bytes) {
  const parts = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
