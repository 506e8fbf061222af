// Prints, as JSON, every regular expression that the modules named on the command line build with `new RegExp` when they are loaded.
// Run as a process of its own, so that the modules are loaded behind the eavesdropper.
import { pathToFileURL } from 'node:url';

const Original = globalThis.RegExp;
const built = new Set<string>();

globalThis.RegExp = new Proxy(Original, {
  construct(target, args: ConstructorParameters<typeof RegExp>, newTarget: typeof RegExp) {
    const expression = Reflect.construct(target, args, newTarget) as RegExp;
    built.add(String(expression));
    return expression;
  },
});

for (const file of process.argv.slice(2)) await import(pathToFileURL(file).href);
globalThis.RegExp = Original;
process.stdout.write(JSON.stringify([...built]));
