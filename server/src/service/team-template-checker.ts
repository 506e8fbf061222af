import { silentChecker, type Checker } from './checker.ts';
import { readTeamTemplate } from './team-template.ts';

export const teamTemplateRuleId = 'team-template';

/** Checks a team's template instead of a letter. */
export const teamTemplateChecker: Checker = {
  id: teamTemplateRuleId,
  switchedOff: [],
  start() {
    const silent = silentChecker.start();
    return (source) => {
      const { determination, checked } = silent(source);
      const findings = readTeamTemplate('', source.text.toString()).problems
        .map((problem) => ({ ...problem, ruleId: teamTemplateRuleId, severity: 'error' as const, related: [], fixes: [] }));
      return { determination: { ...determination, frontMatter: source.blocks.frontMatter }, checked: { ...checked, ofLetter: findings } };
    };
  },
};

/** Whether a folder is one of templates, or lies in one. `path`: slashes between its parts; `setting`: of the settings in force there. */
export function holdsTemplates(path: string, setting: string): boolean {
  return `/${path}/`.includes(`/${setting}/`);
}
