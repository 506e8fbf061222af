const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML and XML. Control characters that XML can't hold are dropped. */
export function escapeMarkup(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[&<>"']/g, (character) => entities[character]!).replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '');
}
