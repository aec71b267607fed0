// All templates, in the order the gallery shows them: by moment.
import type { Template } from './format.ts';
import { sharedGoalCanvas } from './shared-goal-canvas.ts';
import { stakeholderGrid } from './stakeholder-grid.ts';
import { tocBackwardMap } from './toc-backward-map.ts';

export const templates: readonly Template[] = [sharedGoalCanvas, tocBackwardMap, stakeholderGrid];

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
