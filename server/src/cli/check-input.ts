import { allFindings } from '../rules/engine/checked-letter.ts';
import { lastName } from '../service/file-name.ts';
import { fixAll } from '../service/fix-all.ts';
import { kindOfFile, openSource } from '../service/source.ts';
import { checkedFile, type CheckedFile } from './checked-file.ts';
import { Failure } from './console.ts';
import type { FoundFile } from './find-files.ts';
import type { Input } from './inputs.ts';
import { checkerOf, createSettings, type SettingsOptions } from './settings.ts';
import { rewriteTextFile } from './text-file.ts';

export interface InputCheckOptions extends SettingsOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  /** Only the fixes of these rules, suggestions too. */
  readonly fixRule?: readonly string[];
}

/** What came of one input: the file as it was checked, unless it holds no letter, and what to tell the caller. */
export interface InputResult {
  readonly file?: CheckedFile;
  readonly problems?: readonly string[];
}

export type InputCheck = (input: Input) => Promise<InputResult>;

/** Checks inputs under the settings of their folders and, where asked to, repairs them. Settings that can't be used are the problem of their own folder. */
export function createInputCheck(options: InputCheckOptions, cwd: string): InputCheck {
  const settingsOf = createSettings(cwd, options);
  return async (input) => {
    const { path, text, isStdin } = input;
    const textKind = kindOfFile(path);
    const checker = await usable(checkerOf(path, cwd, settingsOf));
    if (!('start' in checker)) return { problems: checker };
    const checkDocument = checker.start(lastName(path));
    const source = openSource(text, textKind);
    const { kind, checked } = checkDocument(source);
    if (kind === 'other') return input.named ? { problems: [notADetermination(input)] } : {};
    if (!options.fix && !options.fixDryRun) return { file: checkedFile(path, checked, source.lines) };

    const fixed = fixAll(text, (changed) => allFindings(checkDocument(openSource(changed, textKind)).checked), allFindings(checked), options.fixRule);
    if (fixed.text === text) return { file: checkedFile(path, checked, source.lines) };
    const after = openSource(fixed.text, textKind);
    const file = checkedFile(path, checkDocument(after).checked, after.lines, options.fixDryRun ? fixed.text : undefined);
    if (!options.fix || isStdin) return { file };
    const problem = rewriteTextFile(cwd, path, input, fixed.text);
    return problem === null ? { file } : { file: checkedFile(path, checked, source.lines), problems: [problem] };
  };
}

/** What settings come to, or sentences on why they can't be used. */
async function usable<T>(settings: Promise<T>): Promise<T | readonly string[]> {
  try {
    return await settings;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.sentences;
  }
}

/** What to say of a file that was named itself and holds no letter. */
export function notADetermination({ path }: Pick<FoundFile, 'path'>): string {
  return `${path} is no determination draft: give it a case-number in its front matter or the heading “IMR Issues, Decisions and `
    + 'Rationales”, or set determinationFiles: always.';
}
