// Starts the server's program in Node with what V8 had compiled of it by the end of an earlier start: a third of all that a start takes.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** Milliseconds until a start is over and what it needed is compiled. */
const STARTED = 3000;

const program = path.join(__dirname, 'server.js');
const { mtimeMs, size } = statSync(program);
// V8 tells its own versions apart, but two programs by their lengths alone.
const cache = `${program}.${process.version}-${process.arch}-${Math.round(mtimeMs)}-${size}.cache`;
const cachedData = readIfThere(cache);
const script = new Script(`(function (require, module) {${readFileSync(program, 'utf8')}\n})`, { filename: program, ...(cachedData && { cachedData }) });
(script.runInThisContext() as (require: NodeJS.Require, module: object) => void)(createRequire(program), {});
if (!cachedData || script.cachedDataRejected) setTimeout(keep, STARTED).unref();

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Kept beside the program, so that it goes with it. Where nothing may be written there, each start compiles for itself. */
function keep(): void {
  try {
    writeFileSync(`${cache}.${process.pid}`, script.createCachedData());
    renameSync(`${cache}.${process.pid}`, cache);
  } catch {
    // Only slower.
  }
}
