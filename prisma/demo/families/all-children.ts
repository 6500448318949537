import type { DemoChild, DemoFamily } from './demo-child.ts'
import { kalnavotiChildren } from './kalnavoti.ts'
import { elza, rihards, tince } from './lejasupe-first.ts'
import { gustavs, odrija, reinis } from './lejasupe-second.ts'
import { annija, madars, paula } from './lejasupe-third.ts'
import { emils } from './main-family.ts'
import { newcomers } from './newcomers.ts'

/** Ten children of Lejasupes novads and three of Kalnavotu novads. Emīls comes first: his times are never taken. */
export const children: readonly DemoChild[] = [
  emils,
  elza,
  rihards,
  tince,
  gustavs,
  odrija,
  reinis,
  paula,
  madars,
  annija,
  ...kalnavotiChildren,
]

/** Every child there is. */
export const families: readonly DemoFamily[] = [...children, ...newcomers]
