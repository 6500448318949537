import type { ColumnKey } from './columns.ts'
import { columnKeys, columns } from './columns.ts'

/** What the example of the template holds; its mark keeps it from being imported. */
const example: Readonly<Record<ColumnKey, string>> = {
  child_given_name: 'PARAUGS Anna',
  child_family_name: 'Bērziņa',
  birth_date: '14.03.2019',
  personal_code: '32123456789',
  town: 'Lejasupe',
  latitude: '',
  longitude: '',
  guardian_given_name: 'Ilze',
  guardian_family_name: 'Bērziņa',
  guardian_email: 'ilze.berzina@example.invalid',
  guardian_phone: '20000000',
  guardian_kind: 'vecāks',
  worker_email: '',
  period_from: '01.09.2026',
  period_to: '28.02.2027',
  budget: '3852,00',
  service: 'Fizioterapija',
  units: '26',
  minimum_units: '4',
  mode: 'pie sniedzēja',
  expert_rank: '1',
  parent_rank: '2',
  wishes: 'Lai Anna pati aiziet līdz rotaļu laukumam',
}

/** The heading and the example of the template. */
export function templateRows(): string[][] {
  return [columnKeys.map((key) => columns[key].lv), columnKeys.map((key) => example[key])]
}
