/** What a document is. A file in a folder of templates is a template whatever it holds; whether any other is a letter is told by its text. */
export type DocumentKind = 'letter' | 'team-template' | 'other';
