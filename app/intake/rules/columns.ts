/** What a row of the table can say, in the order of the template. */
export const columnKeys = [
  'child_given_name',
  'child_family_name',
  'birth_date',
  'personal_code',
  'town',
  'latitude',
  'longitude',
  'guardian_given_name',
  'guardian_family_name',
  'guardian_email',
  'guardian_phone',
  'guardian_kind',
  'worker_email',
  'period_from',
  'period_to',
  'budget',
  'service',
  'units',
  'minimum_units',
  'mode',
  'expert_rank',
  'parent_rank',
  'wishes',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** Needed for every row, needed for a row that brings a plan, or free to stay empty. */
export type ColumnNeed = 'always' | 'for-plans' | 'optional'

export type Column = {
  readonly lv: string
  readonly en: string
  /** Other names by which it is recognised. */
  readonly aliases: readonly string[]
  readonly need: ColumnNeed
}

/** The columns of the template. The Latvian name stands in the template; the English one is recognised as well. */
export const columns: Readonly<Record<ColumnKey, Column>> = {
  child_given_name: {
    lv: 'Bērna vārds',
    en: 'Child given name',
    aliases: ['bērns vārds', 'child first name', 'given name', 'vārds'],
    need: 'always',
  },
  child_family_name: {
    lv: 'Bērna uzvārds',
    en: 'Child family name',
    aliases: ['bērns uzvārds', 'child last name', 'child surname', 'family name', 'uzvārds'],
    need: 'always',
  },
  birth_date: {
    lv: 'Dzimšanas datums',
    en: 'Birth date',
    aliases: ['bērna dzimšanas datums', 'dzimis', 'dzim. datums', 'date of birth', 'born'],
    need: 'always',
  },
  personal_code: {
    lv: 'Personas kods',
    en: 'Personal code',
    aliases: ['bērna personas kods', 'p.k.', 'pk', 'child personal code'],
    need: 'optional',
  },
  town: {
    lv: 'Dzīvesvieta (pilsēta vai pagasts)',
    en: 'Town',
    aliases: ['dzīvesvieta', 'pilsēta', 'pagasts', 'apdzīvota vieta', 'home town', 'place'],
    need: 'always',
  },
  latitude: { lv: 'Ģeogrāfiskais platums', en: 'Latitude', aliases: ['platums', 'lat'], need: 'optional' },
  longitude: {
    lv: 'Ģeogrāfiskais garums',
    en: 'Longitude',
    aliases: ['garums', 'lon', 'lng', 'long'],
    need: 'optional',
  },
  guardian_given_name: {
    lv: 'Vecāka vārds',
    en: 'Guardian given name',
    aliases: ['aizbildņa vārds', 'pārstāvja vārds', 'parent given name', 'parent first name', 'guardian first name'],
    need: 'always',
  },
  guardian_family_name: {
    lv: 'Vecāka uzvārds',
    en: 'Guardian family name',
    aliases: ['aizbildņa uzvārds', 'pārstāvja uzvārds', 'parent family name', 'parent surname', 'guardian last name'],
    need: 'always',
  },
  guardian_email: {
    lv: 'Vecāka e-pasts',
    en: 'Guardian e-mail',
    aliases: ['e-pasts', 'epasts', 'pārstāvja e-pasts', 'email', 'parent email'],
    need: 'optional',
  },
  guardian_phone: {
    lv: 'Vecāka tālrunis',
    en: 'Guardian phone',
    aliases: ['tālrunis', 'telefons', 'pārstāvja tālrunis', 'phone', 'parent phone', 'guardian telephone'],
    need: 'optional',
  },
  guardian_kind: {
    lv: 'Pārstāvības veids',
    en: 'Guardian kind',
    aliases: ['vecāks vai aizbildnis', 'saistība ar bērnu', 'kind', 'relation'],
    need: 'optional',
  },
  worker_email: {
    lv: 'Sociālā darbinieka e-pasts',
    en: 'Social worker e-mail',
    aliases: ['sociālais darbinieks', 'sd e-pasts', 'social worker', 'worker email'],
    need: 'optional',
  },
  period_from: {
    lv: 'Periods no',
    en: 'Period from',
    aliases: ['budžeta periods no', 'perioda sākums', 'no', 'start date', 'from', 'period start'],
    need: 'for-plans',
  },
  period_to: {
    lv: 'Periods līdz',
    en: 'Period to',
    aliases: ['budžeta periods līdz', 'perioda beigas', 'līdz', 'end date', 'to', 'period end', 'period until'],
    need: 'for-plans',
  },
  budget: {
    lv: 'Individuālais budžets, EUR (atlikums)',
    en: 'Individual budget EUR (remaining)',
    aliases: ['individuālais budžets', 'budžets', 'budžets eur', 'individual budget', 'budget', 'budget eur'],
    need: 'for-plans',
  },
  service: {
    lv: 'Pakalpojums',
    en: 'Service',
    aliases: ['pakalpojuma nosaukums', 'pakalpojuma kods', 'service name', 'service code'],
    need: 'for-plans',
  },
  units: {
    lv: 'Vienības (atlikušās)',
    en: 'Units (remaining)',
    aliases: ['vienības', 'vienību skaits', 'skaits', 'reizes', 'units', 'number of units'],
    need: 'for-plans',
  },
  minimum_units: {
    lv: 'Mazākais vienību skaits',
    en: 'Minimum units',
    aliases: ['minimums', 'minimālais skaits', 'minimum', 'min units'],
    need: 'optional',
  },
  mode: { lv: 'Sniegšanas veids', en: 'Mode', aliases: ['veids', 'vieta', 'delivery mode'], need: 'optional' },
  expert_rank: {
    lv: 'Speciālistu secība',
    en: 'Expert rank',
    aliases: ['ekspertu vieta', 'ekspertu rangs', 'vērtētāju secība', 'rank', 'priority', 'prioritāte'],
    need: 'optional',
  },
  parent_rank: {
    lv: 'Vecāku secība',
    en: 'Parent rank',
    aliases: ['vecāku vieta', 'vecāku rangs', 'parents rank', 'guardian rank'],
    need: 'optional',
  },
  wishes: {
    lv: 'Vecāku vēlmes',
    en: 'Wishes',
    aliases: ['vēlmes', 'mērķi', 'vecāku mērķi', 'goals', 'parents goals', 'wishes'],
    need: 'optional',
  },
}

/** A row of the template that only shows how to fill it in begins with one of these and is left out. */
export const exampleMarks = ['PARAUGS', 'EXAMPLE']
