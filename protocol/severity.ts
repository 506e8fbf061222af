/** The lightest first. `error`: the letter must not go out · `warning`: the reviewer must look · `information`: advice · `hint`. */
export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const;

export type Severity = (typeof SEVERITIES)[number];
