import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createLetterReader } from '../../determination/reading/read.ts';
import { kindOfFile, openSource } from '../../service/source.ts';
import type { Settings } from '../../settings/settings.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { readInputs, type Input, type Inputs, type InputOptions } from '../inputs.ts';
import { createSettings, type SettingsOptions } from '../settings.ts';
import { visibleLine } from '../visible.ts';
import { writeWhole } from '../write-file.ts';

export interface ImportOptions extends SettingsOptions, InputOptions {
  /** A Markdown file, or a folder for a draft of each letter. */
  readonly out?: string;
  readonly overwrite?: boolean;
}

interface Draft {
  /** The letter that it was made of. */
  readonly path: string;
  readonly text: string;
}

/** `imr import`: published letters as Markdown drafts, on stdout or into files. */
export async function importLetters(args: readonly string[], options: ImportOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const documents = args.filter((name) => /\.(?:pdf|docx?|rtf|odt)$/i.test(name));
  const texts = args.filter((name) => !documents.includes(name));
  for (const name of documents) console.err(`imr: ${visibleLine(name)} can't be imported yet, only text can: save it as text (.txt), or copy its text into one, and import that.\n`);
  if (documents.length > 0 && texts.length === 0) return 2;

  // Loaded only here: no other command needs it.
  const { importText } = await import('../../letter/import-letter.ts');
  const inputs = await readInputs(texts, { stdinFilename: 'stdin.txt', ...options }, console);
  const drafts: Draft[] = [];
  for await (const input of inputs.each) {
    const settings = (await inputs.attempt(() => settingsOf(input.path)))?.settings;
    if (!settings || !isLetter(input, settings, inputs)) continue;
    const { draft, leftover } = importText(input.text, settings);
    if (leftover) console.err(`imr: ${visibleLine(input.path)}: some lines found no place. They stand at the draft's end.\n`);
    drafts.push({ path: input.path, text: draft });
  }
  await deliver(drafts, options, inputs, console);
  return inputs.failed() || documents.length > 0 ? 2 : 0;
}

/** Anything but the text of a determination is passed over, and complained of when it was named itself. */
function isLetter({ path: file, text, named }: Input, settings: Settings, inputs: Inputs): boolean {
  const isText = kindOfFile(file) === 'plaintext';
  if (isText && createLetterReader(settings)(openSource(text, 'plaintext').blocks, 'plaintext').isDetermination) return true;
  if (named) {
    inputs.fail(isText
      ? `${file} is no determination letter: it has neither its headings nor an item with its labels.`
      : `${file} is Markdown already. Name the text of a published letter (.txt).`);
  }
  return false;
}

async function deliver(drafts: readonly Draft[], { out, overwrite = false }: ImportOptions, inputs: Inputs, console: Console): Promise<void> {
  const intoFile = out === undefined || /\.(?:md|markdown)$/i.test(out);
  if (intoFile && drafts.length > 1) throw new Failure('These are several letters. Name a folder for their drafts: --out FOLDER.');
  for (const { path: letter, text } of drafts) {
    if (out === undefined) console.out(text);
    else {
      const file = intoFile ? out : path.join(out, `${path.basename(letter, path.extname(letter))}.md`);
      const problem = await write(path.resolve(console.cwd, file), text, overwrite);
      if (problem !== null) inputs.fail(`${file} ${problem}`);
    }
  }
}

/** What keeps the draft from being written; null where it was. A draft that somebody has worked on is not replaced by chance. */
async function write(file: string, text: string, overwrite: boolean): Promise<string | null> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
  } catch (error) {
    return `can't be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`;
  }
  const problem = writeWhole(file, text, overwrite ? 'anything' : 'nothing');
  return problem === 'exists already.' ? `${problem} Name another place, or add --overwrite.` : problem;
}
