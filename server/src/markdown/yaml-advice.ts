import type { ErrorCode, YAMLError, YAMLWarning } from 'yaml';

const COLON = 'write it as “key: value”';

/** What to do about a fault that the YAML parser names, as the end of a sentence. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  MISSING_CHAR: 'a quotation mark or bracket is opened and never closed; close it',
  BAD_INDENT: 'a bracket isn’t closed, or a line is set in too far or too little; close it or line it up',
  TAB_AS_INDENT: 'it is set in with a tab; use spaces',
  BLOCK_AS_IMPLICIT_KEY: 'the value holds a colon; put quotation marks around it',
  MULTILINE_IMPLICIT_KEY: `it has no colon behind the key; ${COLON}`,
  BAD_SCALAR_START: 'the value begins with a sign that YAML keeps for itself; put quotation marks around it',
  TAG_RESOLVE_FAILED: 'the value begins with “!”; put quotation marks around it',
  UNEXPECTED_TOKEN: 'something stands where the value should have ended; put quotation marks around the whole value',
};

/** No error means that there is no key. */
export function advise(error: YAMLError | YAMLWarning | undefined): string {
  if (!error) return COLON;
  return ADVICE[error.code] ?? `${COLON}, with quotation marks around a value that holds colons, brackets or quotation marks`;
}
