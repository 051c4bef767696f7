'use strict';
// Loaded before the real program (`node --require redirect.cjs dist/main.js`), so that it runs on this machine alone: what
// it would say to Microsoft's hosts it says to the port FAR_SIDE of loopback, and to any other host nothing at all. Over
// the channel of whoever started it, its clock can be set off by so many milliseconds.
const https = require('node:https');
const net = require('node:net');

const HOSTS = new Set(['login.botframework.com', 'login.microsoftonline.com', 'smba.trafficmanager.net']);
https.Agent.prototype.createConnection = ({ host }) => {
  if (!HOSTS.has(host)) throw new Error(`${host} is not on this machine`);
  return net.connect(Number(process.env.FAR_SIDE), '127.0.0.1');
};

if (process.channel) {
  const Right = Date;
  let off = 0;
  globalThis.Date = class extends Right {
    constructor(...given) {
      super(...(given.length === 0 ? [Right.now() + off] : given));
    }

    static now() {
      return Right.now() + off;
    }
  };
  process.on('message', (ms) => { off = ms; process.send('set'); });
  process.channel.unref();
}
