import { quickChecker, silentChecker, type Checker } from './checker.ts';
import { readTeamTemplate } from './team-template.ts';

export const teamTemplateRuleId = 'team-template';

/** Checks a team's template instead of a letter. */
export const teamTemplateChecker: Checker = {
  id: teamTemplateRuleId,
  switchedOff: [],
  show: 'everything',
  catalogue: silentChecker.catalogue,
  start() {
    const silent = silentChecker.start();
    return quickChecker((source) => {
      const unread = silent(source);
      const findings = readTeamTemplate('', source.text.toString()).problems
        .map(({ span, message }) => ({
          ruleId: teamTemplateRuleId, messageId: 'unreadable', data: { says: message }, severity: 'error' as const, message, span, related: [], fixes: [],
        }));
      return { ...unread, kind: 'team-template', checked: { ...unread.checked, ofLetter: findings } };
    });
  },
};
