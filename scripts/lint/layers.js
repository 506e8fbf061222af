// Who may import whom, as ESLint configuration. ARCHITECTURE.md says why.
import { builtinModules } from 'node:module';

/** From the ground up: each layer imports only itself and those before it. */
export const LAYERS = [
  'markdown', 'vocabulary', 'language', 'guidelines', 'snippets', 'determination', 'rules', 'settings', 'service', 'assistant', 'letter', 'lsp', 'node', 'cli', 'browser',
];

/** The only folders of the server that may use Node. */
const ON_NODE = ['cli', 'node'];
/** The folders that open a connection to an editor; the others know the protocol's types at most. */
const CONNECTED = ['lsp', 'cli', 'node', 'browser'];
/** Layers that see a letter as text and nothing of the world around it. */
const PURE = LAYERS.slice(0, LAYERS.indexOf('letter'));

const nodeModules = {
  regex: `^(node:.*|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/.*)?)$`,
  message: 'Only cli/ and node/ may use Node: everything else runs in a web worker, too.',
};
const vscodeModule = { regex: '^vscode$', message: 'Only client/ knows VS Code.' };
const clientModules = { regex: '/client/src/', message: 'The server knows nothing of the client.' };
const connections = {
  regex: '^vscode-(languageserver|jsonrpc|languageserver-protocol|languageclient)(/.*)?$',
  message: 'Only lsp/ and the entry points open a connection; take types from vscode-languageserver-types.',
};
const wireTypes = {
  regex: '^(\\.\\./)+protocol/',
  message: 'What the client and the server say to each other is known from service/ on.',
};
const protocolTypes = {
  regex: '^vscode-languageserver-(types|textdocument)$',
  message: 'The protocol begins at service/: a rule and all below it speak of spans.',
};

function layersAbove(layer) {
  // The two entry points and the command line are faces of the same engine and never import each other,
  // but the command line starts the server.
  const above = LAYERS.slice(LAYERS.indexOf(layer) + 1);
  return above.length === 0 ? [] : [{
    regex: `^(\\.\\./)+(${above.join('|')})/`,
    message: `${layer}/ imports only the layers below it.`,
  }];
}

function bansOf(layer) {
  const isBelowService = LAYERS.indexOf(layer) < LAYERS.indexOf('service');
  return [
    vscodeModule,
    clientModules,
    ...(ON_NODE.includes(layer) ? [] : [nodeModules]),
    ...(CONNECTED.includes(layer) ? [] : [connections]),
    ...(isBelowService ? [protocolTypes, wireTypes] : []),
    ...layersAbove(layer),
  ];
}

const restrictImports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const layers = LAYERS.map((layer) => ({
  name: `layer/${layer}`,
  files: [`server/src/${layer}/**/*.ts`],
  rules: restrictImports(bansOf(layer)),
}));

/**
 * What gets a hidden class of its own in V8 each time that it is made. Such a class grows old at once and holds what made it, so that a letter stays in memory, and is
 * copied on the way, until the next full collection of garbage.
 */
const lasting = [
  { selector: ':function :function[generator=true]', message: 'A generator function is written at the top of a file or as a method: made anew for each letter it keeps the letter.' },
  { selector: 'ObjectExpression > Property[kind="get"]', message: 'What is computed when it is asked for is a class with a getter: made anew for each thing a getter keeps what it closes over.' },
];

const short = {
  name: 'layer/short-lived',
  files: LAYERS.filter((layer) => !ON_NODE.includes(layer)).map((layer) => `server/src/${layer}/**/*.ts`),
  rules: { 'no-restricted-syntax': ['error', ...lasting] },
};

/** Text, clock, files and settings are handed in, so that the same letter always gives the same findings. */
const pure = {
  name: 'layer/pure',
  files: PURE.map((layer) => `server/src/${layer}/**/*.ts`),
  rules: {
    'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'global', 'window', 'self', 'fetch', 'setTimeout', 'setImmediate', 'console'],
    'no-restricted-syntax': ['error', ...lasting,
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The date of today is handed in.' },
      { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The date of today is handed in.' },
      { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The same letter gives the same findings.' },
    ],
  },
};

/** Within determination/, from the ground up: the folders behind the model and the statements, which know none of them. */
const MEANINGS = ['words', 'case', 'argument', 'figures', 'reading'];
const withinDetermination = ['', ...MEANINGS.slice(0, -1)].map((folder, i) => ({
  name: `layer/determination-${folder || 'ground'}`,
  files: [`server/src/determination/${folder ? `${folder}/` : ''}*.ts`],
  rules: restrictImports([...bansOf('determination'), {
    regex: `^${folder ? '\\.\\.' : '\\.'}/(${MEANINGS.slice(i).join('|')})/`, message: `determination/${folder} imports only what stands before it: ${MEANINGS.join(', ')}.`,
  }]),
}));

/** Within rules/: the engine knows no rule, nor what they share; a rule that leans on another breaks when that one is switched off or changed. */
const withinRules = [
  { name: 'engine', files: ['server/src/rules/engine/**/*.ts'], ban: { regex: '^\\.\\./(?!\\.\\./)', message: 'The engine knows no rule and nothing that rules share.' } },
  { name: 'common', files: ['server/src/rules/common/**/*.ts'], ban: { regex: '^\\.\\./(?!\\.\\./|engine/)', message: 'What rules share knows no rule.' } },
  { name: 'against-summary', files: ['server/src/rules/against-summary/*.ts'], ban: { regex: '^\\.\\./(?!\\.\\./|engine/|common/)', message: 'What is held against the summary knows no rule.' } },
  {
    name: 'apart',
    files: ['server/src/rules/*/*.ts'],
    ignores: ['server/src/rules/engine/**', 'server/src/rules/common/**', 'server/src/rules/against-summary/**'],
    ban: { regex: '^(\\./.*\\.ts$|\\.\\./(?!\\.\\./|engine/|common/|against-summary/))', message: 'Rules do not import each other; what they share stands in common/ and against-summary/.' },
  },
].map(({ name, files, ignores = [], ban }) => ({ name: `layer/rules-${name}`, files, ignores, rules: restrictImports([...bansOf('rules'), ban]) }));

/** What is said on the wire is plain data: both ends import it, and it imports neither. */
const protocol = {
  name: 'layer/protocol',
  files: ['protocol/**/*.ts'],
  rules: restrictImports([{ regex: '^(?!\\./)', message: 'protocol/ imports nothing.' }]),
};

const client = {
  name: 'layer/client',
  files: ['client/src/**/*.ts'],
  rules: restrictImports([
    { regex: '/server/src/', message: 'The client talks to the server over the protocol only.' },
    { regex: '^vscode-languageserver(/.*)?$', message: 'That is the server\'s end of the protocol.' },
  ]),
};
const clientInWorker = {
  name: 'layer/client-in-worker',
  files: ['client/src/**/*.ts'],
  ignores: ['client/src/node/**'],
  rules: restrictImports([
    ...client.rules['no-restricted-imports'][1].patterns,
    nodeModules,
    { regex: '^vscode-languageclient/node$', message: 'Only client/src/node/ runs on Node.' },
  ]),
};

export const layerBans = [...layers, short, pure, ...withinDetermination, ...withinRules, protocol, client, clientInWorker];
