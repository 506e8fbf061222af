/** What the server reads, in any scheme: a letter may be untitled, or stand in a virtual workspace. */
export const LETTER_LANGUAGES = [{ language: 'markdown' }, { language: 'plaintext' }];
