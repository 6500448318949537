export const municipalities = [
  {
    key: 'lejasupe',
    name: { lv: 'Lejasupes novads', en: 'Lejasupe Municipality' },
    legalName: 'Lejasupes novada pašvaldība',
    latitude: 56.6,
    longitude: 24.5,
    email: 'pasvaldiba@lejasupe.example.invalid',
    /** The pilot's money for services in a year, in cents. */
    fund: 77_040_00,
  },
  {
    key: 'kalnavoti',
    name: { lv: 'Kalnavotu novads', en: 'Kalnavoti Municipality' },
    legalName: 'Kalnavotu novada pašvaldība',
    latitude: 56.72,
    longitude: 24.95,
    email: 'pasvaldiba@kalnavoti.example.invalid',
    fund: 23_112_00,
  },
] as const

export type MunicipalityKey = (typeof municipalities)[number]['key']

/** An individual budget of the pilot: EUR 7,704 a year, half of it for six months. */
export const individualBudget = 3_852_00

/** The defaults of the product, as the first policy of each demo municipality. */
export const demoPolicy = {
  expert_weight_tenths: 7,
  parent_weight_tenths: 3,
  free_cancellation_hours: 24,
  late_charge_percent: 50,
  late_charges_per_period: 2,
  silent_acceptance_days: 5,
  payout_day_of_month: 15,
  appeal_to_lv: 'novada domes priekšsēdētājam',
  appeal_to_en: 'the chair of the municipal council',
}
