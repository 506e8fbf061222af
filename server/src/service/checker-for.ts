import type { Settings } from '../settings/settings.ts';
import { createChecker, silentChecker, type Checker } from './checker.ts';
import { teamTemplateChecker } from './team-template-checker.ts';

export interface Folder {
  /** Slashes between its parts, whatever the machine writes. */
  readonly path: string;
  /** In force there. */
  readonly settings: Settings;
  /** The editor's switch for that folder. */
  readonly isSwitchedOff?: boolean;
}

/** How the documents of a folder are checked. `letterChecker`: gives one for letters, which a caller may share between folders. */
export function checkerFor({ path, settings, isSwitchedOff = false }: Folder, letterChecker = createChecker): Checker {
  if (isSwitchedOff) return silentChecker;
  return `/${path}/`.includes(`/${settings.templates}/`) ? teamTemplateChecker : letterChecker(settings);
}
