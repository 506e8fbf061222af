// Starts the extension's program in Node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

const program = path.join(__dirname, 'extension.cjs.js');
const script = new Script(`(function (require, module, exports) {${readFileSync(program, 'utf8')}\n})`, { filename: program });
(script.runInThisContext() as (require: NodeJS.Require, module: NodeJS.Module, exports: unknown) => void)(createRequire(program), module, module.exports);
