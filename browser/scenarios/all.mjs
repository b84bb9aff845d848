// What the student does, in order. A scenario is a name, unique and short, and `run`, which gets the Student.
import { chart } from './chart.mjs';
import { completion } from './completion.mjs';
import { documentation } from './documentation.mjs';
import { firstCell } from './first-cell.mjs';
import { flood } from './flood.mjs';
import { interact } from './interact.mjs';
import { lecture } from './lecture.mjs';
import { mistakes } from './mistakes.mjs';
import { prompt } from './prompt.mjs';
import { reload } from './reload.mjs';
import { rich } from './rich.mjs';
import { stop } from './stop.mjs';
import { training } from './training.mjs';
import { update } from './update.mjs';

export const scenarios = [
  firstCell,
  chart,
  mistakes,
  completion,
  documentation,
  stop,
  prompt,
  update,
  rich,
  flood,
  reload,
  interact,
  training,
  lecture
];
