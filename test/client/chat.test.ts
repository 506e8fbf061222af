import assert from 'node:assert/strict';
import type { Piece } from '../../client/src/chat-answer.ts';
import { answerQuestion, type Engine } from '../../client/src/chat-question.ts';
import { runTool, toolNamed } from '../../server/src/assistant/run-tool.ts';
import { itemList } from '../../server/src/service/item-list.ts';
import type { Letter } from '../../server/src/service/letter.ts';
import { contradicting, soundLetter } from '../lsp/letters.ts';
import { draft, letterOf } from '../service/letter.ts';
import { withVSCode } from './fake-vscode.ts';

/** The server's own tools, without a connection in between. */
function engine(letter: Letter | null): Engine {
  return {
    ask: async (name, input) => JSON.parse(JSON.stringify(runTool(toolNamed(name), input, letter))),
    items: async () => letter && itemList(letter),
  };
}

const dependents = letterOf(draft(`### Right shoulder arthroscopy (a_b): Upheld

**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004.

**Decision rationale:** Quietly worded records. Therefore, the requested arthroscopy is not medically necessary.

### Associated surgical service: Physical therapy, twelve visits: Upheld

**MAXIMUS guideline:** Decision based on MTUS Postsurgical Treatment 2009, Section(s): Shoulder.

**Decision rationale:**
`));

function shown(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('markdown' in piece ? piece.markdown
    : 'line' in piece ? `⟨${piece.line}⟩` : `\n[${[piece.button, piece.command, piece.argument].filter(Boolean).join(' | ')}]`)).join('');
}

describe('a question to @imr', () => {
  const answer = async (question: string, letter: Letter | null = dependents) => {
    const [first = '', ...rest] = question.split(' ');
    const [command, prompt] = first.startsWith('/') ? [first.slice(1), rest.join(' ')] : [undefined, question];
    return shown((await answerQuestion({ command, prompt }, engine(letter))).pieces);
  };

  it('/check lists the findings with the way to each, and no word of the letter', async () => {
    assert.equal(await answer('/check', letterOf(contradicting)), [
      '**2 items: 1 error.**', '',
      '- ⟨29⟩ **Error**, item 1: Not so here: The rationale concludes what the heading decides.', '',
      '*No words of the letter are in this answer.*', '[Next Problem | imr.nextProblem]', '[Fix Problem… | imr.fixProblem]',
    ].join('\n'));
  });

  it('/check with words says what the editor says, and that it does', async () => {
    assert.match(await answer('/check with words', letterOf(contradicting)), /Item 1 is Upheld, but its rationale concludes .*\n\n\*This answer holds words of the letter;/);
  });

  it('offers the words of the letter only where there is something to say', async () => {
    const next = async (letter: Letter) => (await answerQuestion({ command: 'check', prompt: '' }, engine(letter))).next;
    assert.deepEqual(await next(letterOf(contradicting)), [{ command: 'check', prompt: 'with words', label: 'Say it with the words of the letter' }]);
    assert.equal(await next(letterOf(soundLetter)), undefined);
  });

  it('/items lists the items, dependants under their parents', async () => {
    assert.equal(await answer('/items'), [
      '', '- 1\\. Upheld: Right shoulder arthroscopy (a\\_b) ⟨8⟩',
      '  - 2\\. Upheld: Associated surgical service: Physical therapy, twelve visits (missing: rationale, 1 error, depends on item 1) ⟨14⟩', '',
      '*Of the letter’s words, this answer holds the titles and decisions only.*', '[Insert Rationale into Item 2… | imr.insertRationale | item-2]',
    ].join('\n'));
    assert.equal(await answer('/items', letterOf(draft(''))), 'The letter has no disputed item yet.');
  });

  it('/cite says what a citation means, on the day of the letter’s UR denial', async () => {
    const said = await answer('/cite MTUS Chronic Pain Medical Treatment 2009');
    assert.match(said, /^\*\*Chronic Pain Medical Treatment Guidelines \(DWC, May 2009\)\*\*\n\n- In force from 2009-07-18 to 2016-07-28\. On the day of the UR denial: no longer in force\./);
    assert.match(said, /In force on that day instead:\n\n\*\*.*2016/);
    assert.match(await answer('/cite MTUS Lower Spine 2004', null), /no such MTUS or ACOEM guideline\. These are like it:\n\n\*\*.*Low Back Complaints/);
  });

  it('/rationale suggests templates for items without one, or for the one that is named', async () => {
    assert.match(await answer('/rationale'), /^\*\*Item 2, .*\n\n- .* \(the item depends on another one.*\[Insert Rationale into Item 2… \| imr\.insertRationale \| item-2\]$/s);
    const named = await answer('/rationale 1');
    assert.match(named, /^\*\*Item 1, Right shoulder arthroscopy \(a\\_b\)\*\*/);
    assert.doesNotMatch(named, /\n {2}> /);
    assert.match(await answer('/rationale 1 with words'), /\n {2}> .*\*This answer holds words of the letter;/s);
    assert.match(await answer('/rationale', letterOf(soundLetter)), /^Every item has a rationale\./);
    await assert.rejects(answer('/rationale 7'), /no item 7/);
  });

  it('without a command is looked up where it is a citation, and helped otherwise', async () => {
    assert.match(await answer('what is MTUS Low Back Complaints 2004?'), /Chapter 12, Low Back Complaints/);
    for (const words of ['', 'hello', 'what about the low back?', '/cite']) assert.match(await answer(words, null), /^I answer from the rules/);
  });

  it('says what to do where no letter is open', async () => {
    for (const command of ['/check', '/items', '/rationale']) await assert.rejects(answer(command, null), /open a determination letter first/i);
  });
});

describe('the chat of the IDE', () => {
  class Place {
    readonly parts: readonly unknown[];
    constructor(...parts: unknown[]) {
      this.parts = parts;
    }
  }
  const types = { Disposable: Place, Location: Place, Position: Place, ThemeIcon: Place, Uri: { parse: (uri: string) => uri } };
  type Handler = (question: object, context: object, stream: object) => Promise<{ readonly errorDetails?: { readonly message: string }; readonly metadata?: object }>;

  async function participant(letter: Letter | null): Promise<{ readonly id: string; readonly handle: Handler; readonly followups: (result: object) => object[] }> {
    const made: { id: string; handle: Handler; followupProvider?: { provideFollowups: (result: object) => object[] } }[] = [];
    const chat = { createChatParticipant: (id: string, handle: Handler) => made[made.push({ id, handle }) - 1] };
    const { registerChatParticipant } = await withVSCode<{ registerChatParticipant: (engine: Engine, uri: () => string | undefined) => void }>(
      'chat-participant.ts', { ...types, chat });
    registerChatParticipant(engine(letter), () => letter?.uri);
    const [one] = made;
    assert(one);
    return { id: one.id, handle: one.handle, followups: (result) => one.followupProvider?.provideFollowups(result) ?? [] };
  }

  it('gets Markdown, links to lines and buttons', async () => {
    const written: unknown[] = [];
    const { id, handle, followups } = await participant(letterOf(contradicting));
    assert.equal(id, 'imr.assistant');
    const result = await handle({ command: 'check', prompt: '' }, {}, {
      markdown: (text: string) => written.push(text),
      anchor: (place: Place) => written.push([place.parts[0], (place.parts[1] as Place).parts]),
      button: (button: object) => written.push(button),
    });
    assert.deepEqual(written.slice(2, 3), [['file:///letter.md', [28, 0]]]);
    assert.deepEqual(written.at(-1), { title: 'Fix Problem…', command: 'imr.fixProblem' });
    assert.equal(followups({ metadata: result.metadata }).length, 1);
  });

  it('gets a sentence for what went wrong', async () => {
    const { handle } = await participant(null);
    assert.match((await handle({ command: 'check', prompt: '' }, {}, {})).errorDetails?.message ?? '', /open a determination letter first/);
  });

  it('is left alone in a host that has none', async () => {
    const { registerChatParticipant } = await withVSCode<{ registerChatParticipant: (engine: Engine, uri: () => undefined) => object }>('chat-participant.ts', types);
    assert(registerChatParticipant(engine(null), () => undefined));
  });
});

interface RegisteredTool {
  readonly prepareInvocation: (options: { input: object }) => { readonly invocationMessage: string; readonly confirmationMessages?: object };
  readonly invoke: (options: { input: object }) => Promise<{ readonly parts: readonly { readonly text: string }[] }>;
}

describe('the language model tools of the IDE', () => {
  type Register = { registerLanguageModelTools: (context: object, ask: Engine['ask']) => object[] };
  const context = { extension: { packageJSON: { contributes: { languageModelTools: [{ name: 'imr_check_letter', displayName: 'Check the Letter' }] } } } };
  const host = {
    version: '1.95.0',
    LanguageModelToolResult: class { constructor(readonly parts: unknown) {} },
    LanguageModelTextPart: class { constructor(readonly text: string) {} },
  };

  async function registered(): Promise<Map<string, RegisteredTool>> {
    const made = new Map<string, RegisteredTool>();
    const lm = { registerTool: (name: string, tool: RegisteredTool) => made.set(name, tool) };
    const { registerLanguageModelTools } = await withVSCode<Register>('language-model-tools.ts', { ...host, lm });
    registerLanguageModelTools(context, engine(letterOf(contradicting)).ask);
    return made;
  }

  it('are those of the manifest, and answer with JSON', async () => {
    const made = await registered();
    assert.deepEqual([...made.keys()], ['imr_check_letter']);
    const answer = await made.get('imr_check_letter')?.invoke({ input: {} });
    assert.equal(JSON.parse(answer?.parts[0]?.text ?? '').letterText, 'none');
  });

  it('ask the reviewer before they hand over words of the letter, and only then', async () => {
    const prepare = (await registered()).get('imr_check_letter')?.prepareInvocation;
    assert(prepare);
    assert.equal(prepare({ input: { includeText: false } }).confirmationMessages, undefined);
    assert(prepare({ input: { includeText: true } }).confirmationMessages);
  });

  it('are left alone in a host that has none, or has them as a proposal, which throws', async () => {
    const proposal = { registerTool: () => { throw new Error('CANNOT use API proposal: lmTools'); } };
    for (const vscode of [{ version: '1.91.1' }, { version: '1.96.2', lm: {} }, { version: '1.94.2', lm: proposal }]) {
      const { registerLanguageModelTools } = await withVSCode<Register>('language-model-tools.ts', vscode);
      assert.deepEqual(registerLanguageModelTools(context, engine(null).ask), []);
    }
  });
});
