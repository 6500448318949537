import { grantToFund, openFund } from '#app/budget/open-accounts.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import { cents } from '#app/platform/money.ts'
import { publicHolidays } from '#app/schedule/rules/public-holidays.ts'
import type { DemoService } from './catalogue.ts'
import { catalogue } from './catalogue.ts'
import type { DemoDates } from './demo-dates.ts'
import { dateValue, riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import { demoBic, demoIban, demoPhone, demoRegistrationNumber } from './invented-numbers.ts'
import { demoPolicy, municipalities } from './municipalities.ts'

/** The municipalities with their policy and fund, the catalogue and the public holidays. */
export async function writeMunicipalities(owner: Database, dates: DemoDates): Promise<void> {
  const since = dateValue(dates.longAgo)
  await owner.municipality.createMany({
    data: municipalities.map(({ key, name, legalName, latitude, longitude, email }) => ({
      id: demoId(`municipality ${key}`),
      name_lv: name.lv,
      name_en: name.en,
      legal_name: legalName,
      registration_no: demoRegistrationNumber(key, '90009'),
      iban: demoIban(`municipality ${key}`),
      bic: demoBic,
      latitude,
      longitude,
      contact_email: email,
      contact_phone: demoPhone(key),
    })),
  })
  await owner.municipalityPolicy.createMany({
    data: municipalities.map(({ key }) => ({
      municipality_id: demoId(`municipality ${key}`),
      valid_from: since,
      ...demoPolicy,
    })),
  })
  await writeCatalogue(owner)
  const { year } = dates.today
  await owner.publicHoliday.createMany({
    data: publicHolidays([year - 1, year, year + 1, year + 2]).map(({ date, nameLv, nameEn }) => ({
      on_date: dateValue(date),
      name_lv: nameLv,
      name_en: nameEn,
    })),
    skipDuplicates: true,
  })
  for (const { key, fund } of municipalities) await fillFund(owner, dates, { key, fund })
}

async function writeCatalogue(owner: Database): Promise<void> {
  const services: readonly DemoService[] = catalogue
  await owner.service.createMany({
    data: services.map((service, index) => ({
      id: demoId(`service ${service.code}`),
      code: service.code,
      name_lv: service.name.lv,
      name_en: service.name.en,
      description_lv: service.description.lv,
      description_en: service.description.en,
      unit: service.unit,
      beneficiary: service.beneficiary,
      child_lane: service.lane ?? 'attended',
      catalogue_order: index + 1,
    })),
  })
}

async function fillFund(owner: Database, dates: DemoDates, { key, fund }: { key: string; fund: number }) {
  const municipalityId = demoId(`municipality ${key}`)
  await owner.$transaction(async (tx) => {
    await openFund(tx, municipalityId)
    const cause = {
      municipalityId,
      kind: 'municipality' as const,
      id: municipalityId,
      personId: null,
      at: riga(dates.longAgo, '09:00'),
      key: `demo:fund:${key}`,
    }
    await grantToFund(tx, { amount: cents(fund), cause })
  })
}
