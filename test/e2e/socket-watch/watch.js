/* global require, __filename */
// Runs in the host of the extensions, which it shares with ours, and in the language server before it. What reaches for the network or starts a program
// there is written to the file IMR_SOCKETS. VS Code's own sockets in the host are left alone: a call of ours is told by its stack.
const { appendFileSync } = require('node:fs');
const processes = require('node:child_process');
const OURS = /imr-determination[^/\\]*[/\\]dist[/\\]/;
const isServer = process.argv.some((word) => OURS.test(word));
const note = (words) => appendFileSync(process.env.IMR_SOCKETS, `${words}\n`);

function watch(holder, name, what) {
  const original = holder[name];
  holder[name] = function watched(...args) {
    if (isServer || OURS.test(new Error().stack)) note(`used ${what}`);
    return Reflect.apply(original, this, args);
  };
}

const { Socket, Server } = require('node:net');
watch(Socket.prototype, 'connect', 'net.Socket.connect');
watch(Server.prototype, 'listen', 'net.Server.listen');
for (const name of ['lookup', 'resolve']) watch(require('node:dns'), name, `dns.${name}`);
watch(require('node:dgram'), 'createSocket', 'dgram.createSocket');
for (const name of ['http', 'https']) for (const key of ['request', 'get']) watch(require(`node:${name}`), key, `${name}.${key}`);
watch(require('node:tls'), 'connect', 'tls.connect');
watch(globalThis, 'fetch', 'fetch');
for (const name of ['spawn', 'exec', 'execFile', 'spawnSync', 'execSync', 'execFileSync']) watch(processes, name, `child_process.${name}`);

// The one program that the extension starts is the language server, which is watched in turn.
const { fork } = processes;
processes.fork = function watched(module, args, options) {
  if (!OURS.test(module)) return fork(module, args, options);
  note('watched the extension');
  return fork(module, args, { ...options, execArgv: ['--require', __filename, ...options?.execArgv ?? []] });
};
if (isServer) note('watched the language server');
