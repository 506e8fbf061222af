import { defaultLetterSettings, type LetterSettings } from '../determination/settings.ts';
import type { Phrase } from '../rules/phrases.ts';
import { SEVERITIES, type Rule, type Severity } from '../rules/engine/rule.ts';

/** When an editor shows what a letter lacks: as its places are written, at once, or when somebody asks whether it is ready to sign. */
export type Show = 'stages' | 'everything' | 'onSign';

export type RuleSetting = Severity | 'off';

/** Everything that a file of settings, the editor or the command line may say. */
export interface Settings extends LetterSettings {
  /** A rule that isn't named here has its own severity. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The house style: words that are found in a letter, and what to say of them. */
  readonly phrases: readonly Phrase[];
  /** The folder of the team's own rationale templates, below the letter's folder or one above it. */
  readonly templates: string;
  /** For editors: the command line shows everything. */
  readonly show: Show;
}

/** What the settings must know of a rule. */
export type KnownRule = Pick<Rule, 'id' | 'severity' | 'offByDefault'>;

export const showSettings: readonly Show[] = ['stages', 'everything', 'onSign'];

/** What a setting may say of a rule, the gravest last. */
export const ruleSettings: readonly RuleSetting[] = ['off', ...SEVERITIES];

/** The values that hold where nobody says anything, every rule with its own severity. */
export function defaultSettings(rules: readonly KnownRule[]): Settings {
  return {
    ...defaultLetterSettings,
    phrases: [],
    templates: '.imr/templates',
    show: 'stages',
    rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.offByDefault ? 'off' as const : rule.severity])),
  };
}
