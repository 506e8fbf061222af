import dependents from './situations/dependents.json' with { type: 'json' };
import dme from './situations/dme.json' with { type: 'json' };
import electrodiagnostics from './situations/electrodiagnostics.json' with { type: 'json' };
import gastrointestinal from './situations/gastrointestinal.json' with { type: 'json' };
import general from './situations/general.json' with { type: 'json' };
import imaging from './situations/imaging.json' with { type: 'json' };
import injections from './situations/injections.json' with { type: 'json' };
import medications from './situations/medications.json' with { type: 'json' };
import mri from './situations/mri.json' with { type: 'json' };
import opioids from './situations/opioids.json' with { type: 'json' };
import perioperative from './situations/perioperative.json' with { type: 'json' };
import programs from './situations/programs.json' with { type: 'json' };
import psychology from './situations/psychology.json' with { type: 'json' };
import services from './situations/services.json' with { type: 'json' };
import stimulation from './situations/stimulation.json' with { type: 'json' };
import surgery from './situations/surgery.json' with { type: 'json' };
import therapy from './situations/therapy.json' with { type: 'json' };
import topicals from './situations/topicals.json' with { type: 'json' };
import type { RationaleTemplate } from './template.ts';

export { citationOf, editionOn } from './citation.ts';
export { renderTemplate } from './render.ts';
export type { Criterion, RationaleTemplate, RenderOptions, TemplateCitation } from './template.ts';

/** Every rationale template, in the order in which a list shows them. */
export const templates: readonly RationaleTemplate[] = [
  mri, imaging, electrodiagnostics, therapy, stimulation, opioids, medications, gastrointestinal, topicals, injections, surgery,
  perioperative, dme, programs, psychology, services, dependents, general,
].flatMap((family) => family as unknown as readonly RationaleTemplate[]);

/** The template of that id, null where there is none. */
export function templateById(id: string): RationaleTemplate | null {
  return templates.find((template) => template.id === id) ?? null;
}
