import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import typescript from 'typescript';

const PROJECT = resolve(import.meta.dirname, '../..');

/** The files of the project that each file imports, types included. */
type Imports = ReadonlyMap<string, readonly string[]>;

function importsOf(files: readonly string[]): Imports {
  return new Map(files.map((file) => {
    const { importedFiles } = typescript.preProcessFile(readFileSync(file, 'utf8'));
    return [file, importedFiles.filter(({ fileName }) => fileName.startsWith('.')).map(({ fileName }) => resolve(dirname(file), fileName))];
  }));
}

/** The first way from a file back to itself, file by file; undefined where there is none. */
function findCycle(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const from = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const cycle = from(next, [...way, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = from(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('imports', () => {
  for (const folder of ['server/src', 'client/src', 'protocol']) {
    it(`never lead back to where they began in ${folder}, types included`, () => {
      const files = globSync('**/*.ts', { cwd: resolve(PROJECT, folder) }).map((file) => resolve(PROJECT, folder, file));
      assert.ok(files.length > 0);
      assert.deepEqual(findCycle(importsOf(files))?.map((file) => relative(PROJECT, file)), undefined);
    });
  }

  it('are seen to lead back, and by which files', () => {
    assert.deepEqual(findCycle(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]])), ['b', 'c', 'b']);
  });
});
