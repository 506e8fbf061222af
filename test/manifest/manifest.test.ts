import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PAGES_SCHEME } from '../../protocol/initialization.ts';
import { settingKeys } from '../../server/src/settings/resolve.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Manifest;

/** VS Code's own client library reads this one and writes it into an output that is no place to look for in a test. */
const NOT_TRIED: readonly string[] = ['imr.trace.server'];

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: Record<string, { readonly supported: boolean }>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configurationDefaults: object;
    readonly views: Readonly<Record<string, readonly { readonly name: string }[]>>;
    readonly configuration: { readonly properties: Record<string, { readonly default: unknown; readonly markdownDescription: string }> };
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly 'markdown.previewStyles': readonly string[];
    readonly 'markdown.markdownItPlugins': boolean;
  };
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

describe('the manifest', () => {
  it('activates on Markdown, and in a folder whose settings say that it holds letters', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown', 'workspaceContains:.imr.yaml']);
  });

  it('changes of VS Code’s own defaults only the colour swatches, which would sit on quantities such as #120, and how its own pages are shown', () => {
    assert.deepEqual(manifest.contributes.configurationDefaults, {
      '[markdown]': { 'editor.defaultColorDecorators': 'never' }, 'workbench.editorAssociations': { [`${PAGES_SCHEME}:/**`]: 'vscode.markdown.preview.editor' },
    });
  });

  it('lets a command be run where its button stands: the editor’s language is no context of a view', () => {
    const inView = manifest.contributes.menus['view/title']?.map(({ command }) => command) ?? [];
    const buttons = manifest.contributes.commands.filter(({ command }) => inView.includes(command));
    assert.ok(buttons.length > 0);
    for (const { command, enablement = '' } of buttons) assert.doesNotMatch(enablement, /editorLangId/, command);
  });

  it('works in untrusted and in virtual workspaces', () => {
    assert.equal(manifest.capabilities['untrustedWorkspaces']?.supported, true);
    assert.equal(manifest.capabilities['virtualWorkspaces']?.supported, true);
  });

  it('names the commands that the client registers, and no others', () => {
    const commands = readFileSync(join(PROJECT, 'client/src/commands.ts'), 'utf8');
    const registered = [...commands.matchAll(/'(imr\.\w+)':/g)].map((match) => match[1]);
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), registered.sort());
    for (const { category } of manifest.contributes.commands) assert.equal(category, 'IMR');
  });

  it('describes each setting that the server knows', () => {
    const described = new Set(Object.keys(manifest.contributes.configuration.properties).map((name) => name.split('.')[1]));
    for (const key of settingKeys) assert(described.has(key), `imr.${key} is not in the manifest`);
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      assert(setting.markdownDescription, `${name} has no description`);
      assert.notEqual(setting.default, undefined, `${name} has no default`);
    }
  });

  it('holds nothing that no test in a real VS Code names', () => {
    const folder = join(PROJECT, 'test/e2e');
    const tests = readdirSync(folder).filter((name) => name.endsWith('.e2e.ts')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const { commands, views, configuration: { properties } } = manifest.contributes;
    const words = [
      ...commands.map(({ category, title }) => `${category}: ${title}`),
      ...Object.values(views).flat().map(({ name }) => `Focus on ${name} View`),
      ...Object.keys(properties).filter((name) => !NOT_TRIED.includes(name)),
    ];
    assert.deepEqual(words.filter((each) => !tests.includes(each)), []);
  });

  it('points at files that exist', () => {
    const { grammars, snippets, 'markdown.previewStyles': styles } = manifest.contributes;
    for (const path of [manifest.icon, ...styles, ...grammars.map((it) => it.path), ...snippets.map((it) => it.path)]) {
      assert(existsSync(join(PROJECT, path)), `${path} does not exist`);
    }
  });

  it('gives the Markdown preview a plugin, which the extension hands over', () => {
    assert.equal(manifest.contributes['markdown.markdownItPlugins'], true);
    assert.match(readFileSync(join(PROJECT, 'client/src/extension.ts'), 'utf8'), /activate\(context: ExtensionContext\): Promise<PreviewPlugins>/);
  });

  it('asks for exact versions', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, `${name} ${version}`);
    }
  });
});

describe('the icon', () => {
  it('is a PNG picture of 128 by 128 pixels', () => {
    const picture = readFileSync(join(PROJECT, manifest.icon));
    assert.equal(picture.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [128, 128]);
  });
});

describe('the lock file', () => {
  it('holds no address of a registry', () => {
    assert.doesNotMatch(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'), /"resolved"/);
  });
});

describe('the data files', () => {
  it('are all read as a whole, because the build turns each into one default export', () => {
    const sources = ['server/src', 'client/src'].flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(PROJECT, folder, file)));
    for (const file of sources.filter((name) => name.endsWith('.ts'))) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /import \{[^}]*\} from '[^']*\.json'/, file);
    }
  });
});
