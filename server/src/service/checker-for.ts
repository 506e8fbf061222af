import type { Settings } from '../settings/settings.ts';
import type { Decision } from '../rules/engine/decision.ts';
import { createChecker, silentChecker, withDecisions, type Checker } from './checker.ts';
import { teamTemplateChecker } from './team-template-checker.ts';

export interface Folder {
  /** Slashes between its parts, whatever the machine writes. */
  readonly path: string;
  /** In force there. */
  readonly settings: Settings;
  /** The editor's switch for that folder. */
  readonly isSwitchedOff?: boolean;
  /** What was decided on there outside of letters. */
  readonly decisions?: readonly Decision[];
}

/** How the documents of a folder are checked. `letterChecker`: gives one for letters, which a caller may share between folders. */
export function checkerFor({ path, settings, isSwitchedOff = false, decisions = [] }: Folder, letterChecker = createChecker): Checker {
  if (isSwitchedOff) return silentChecker;
  return `/${path}/`.includes(`/${settings.templates}/`) ? teamTemplateChecker : withDecisions(letterChecker(settings), decisions);
}
