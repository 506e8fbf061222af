// Runs in a program before it: whatever would reach the network is refused, and written to stderr.
const REFUSED = '[network] ';
const refuse = (what) => function refused() {
  process.stderr.write(`${REFUSED}${what}\n`);
  throw new Error(`${what} is not allowed`);
};
const { Socket, Server } = require('node:net');
Socket.prototype.connect = refuse('net.Socket.connect');
Server.prototype.listen = refuse('net.Server.listen');
for (const name of ['dns', 'dns/promises']) {
  const module = require(`node:${name}`);
  for (const key of Object.keys(module)) if (/^(?:lookup|resolve|reverse)/.test(key)) module[key] = refuse(`${name}.${key}`);
}
require('node:dgram').createSocket = refuse('dgram.createSocket');
for (const name of ['http', 'https']) for (const key of ['request', 'get', 'createServer']) require(`node:${name}`)[key] = refuse(`${name}.${key}`);
require('node:http2').connect = refuse('http2.connect');
require('node:tls').connect = refuse('tls.connect');
for (const key of ['fetch', 'WebSocket', 'EventSource']) globalThis[key] = refuse(key);
// A program that is started by this one could do it, too.
const processes = require('node:child_process');
for (const key of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) processes[key] = refuse(`child_process.${key}`);
require('node:module').syncBuiltinESMExports();
process.stderr.write('[network] watched\n');
