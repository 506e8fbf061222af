/** `error`: the letter must not go out · `warning`: the reviewer must look · `information`: advice · `hint`. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
