import type { Finding, Fix } from './rule.ts';

/** A finding whose fixes, which may be dear, are computed when somebody asks for them. */
export class FoundFinding implements Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly data: Finding['data'];
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly span: Finding['span'];
  readonly related: Finding['related'];
  declare readonly item?: number;
  #fixes: readonly Fix[] | (() => readonly Fix[]);

  constructor({ ruleId, messageId, data, severity, message, span, related, item }: Omit<Finding, 'fixes'>, fixes: readonly Fix[] | (() => readonly Fix[])) {
    this.ruleId = ruleId;
    this.messageId = messageId;
    this.data = data;
    this.severity = severity;
    this.message = message;
    this.span = span;
    this.related = related;
    if (item !== undefined) this.item = item;
    this.#fixes = fixes;
  }

  get fixes(): readonly Fix[] {
    if (typeof this.#fixes === 'function') this.#fixes = this.#fixes();
    return this.#fixes;
  }
}
