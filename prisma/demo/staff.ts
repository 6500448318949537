import type { Role } from '#app/people/actor.ts'
import type { MunicipalityKey } from './municipalities.ts'

export type DemoStaff = {
  key: string
  givenName: string
  familyName: string
  municipality: MunicipalityKey
  roles: readonly Role[]
}

export const staff: readonly DemoStaff[] = [
  { key: 'sanita', givenName: 'Sanita', familyName: 'Lejzare', municipality: 'lejasupe', roles: ['social_worker'] },
  {
    key: 'ginta-purvmala',
    givenName: 'Ginta',
    familyName: 'Purvmala',
    municipality: 'lejasupe',
    roles: ['social_worker'],
  },
  { key: 'inese', givenName: 'Inese', familyName: 'Dzirnupe', municipality: 'lejasupe', roles: ['finance_officer'] },
  { key: 'vilnis', givenName: 'Vilnis', familyName: 'Ozolrags', municipality: 'lejasupe', roles: ['payout_approver'] },
  // Both hats, so that the rule of four eyes can be tried with one person.
  {
    key: 'arvis',
    givenName: 'Arvis',
    familyName: 'Skujgals',
    municipality: 'lejasupe',
    roles: ['municipality_administrator', 'payout_approver', 'finance_officer'],
  },
  { key: 'uldis', givenName: 'Uldis', familyName: 'Kalnrags', municipality: 'lejasupe', roles: ['expert'] },
  // The expert team: Uldis is the rehabilitation physician who leads it.
  { key: 'zaiga', givenName: 'Zaiga', familyName: 'Mežavota', municipality: 'lejasupe', roles: ['expert'] },
  { key: 'ginters', givenName: 'Ginters', familyName: 'Pļavrags', municipality: 'lejasupe', roles: ['expert'] },
  { key: 'ausma', givenName: 'Ausma', familyName: 'Rietlauka', municipality: 'lejasupe', roles: ['expert'] },
  { key: 'vita', givenName: 'Vita', familyName: 'Dzelmsala', municipality: 'lejasupe', roles: ['expert'] },
  { key: 'maija', givenName: 'Maija', familyName: 'Avotsila', municipality: 'kalnavoti', roles: ['social_worker'] },
  {
    key: 'dzintra',
    givenName: 'Dzintra',
    familyName: 'Kalnsila',
    municipality: 'kalnavoti',
    roles: ['finance_officer'],
  },
  { key: 'egons', givenName: 'Egons', familyName: 'Avotrags', municipality: 'kalnavoti', roles: ['payout_approver'] },
  {
    key: 'ruta',
    givenName: 'Rūta',
    familyName: 'Kalnmale',
    municipality: 'kalnavoti',
    roles: ['municipality_administrator'],
  },
  { key: 'andis', givenName: 'Andis', familyName: 'Kalnkrogs', municipality: 'kalnavoti', roles: ['expert'] },
]
