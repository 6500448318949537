import Holidays from 'date-holidays'

/** A day on which Latvia rests, with its name for people. */
export type PublicHoliday = { readonly date: Temporal.PlainDate; readonly nameLv: string; readonly nameEn: string }

/**
 * The public holidays of the years given, in order: the seed of the table that an administrator then keeps, since
 * one-off days, swapped working days and the Song and Dance Festival's closing day are decided year by year.
 *
 * Fixed days, Easter and the Mondays off after a 4 May or 18 November on a weekend come from the library; Pentecost,
 * which the law names and the library lacks, is added here. Source: the law "Par svētku, atceres un atzīmējamām
 * dienām" (likumi.lv 72608), facts.md d7.
 */
export function publicHolidays(years: readonly number[]): PublicHoliday[] {
  return years.flatMap(holidaysOfYear).toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date))
}

/** Holidays as the set of ISO dates that availability and working days are computed with. */
export function holidayDates(holidays: readonly PublicHoliday[]): Set<string> {
  return new Set(holidays.map((holiday) => holiday.date.toString()))
}

const calendar = new Holidays('LV')

function holidaysOfYear(year: number): PublicHoliday[] {
  const inLatvian = calendar.getHolidays(year, 'lv')
  const listed = calendar.getHolidays(year, 'en').map((day, index) => {
    const names = lawfulNames[day.rule] ?? { nameLv: inLatvian[index]?.name ?? day.name, nameEn: day.name }
    const date = Temporal.PlainDate.from(day.date.slice(0, 10))
    return { date, ...(day.substitute === true ? asMovedDay(names) : names), rule: day.rule }
  })
  return listed.flatMap(({ rule, ...holiday }) =>
    rule === 'easter' ? [holiday, pentecostAfter(holiday.date)] : [holiday],
  )
}

function pentecostAfter(easter: Temporal.PlainDate): PublicHoliday {
  return { date: easter.add({ days: 49 }), nameLv: 'Vasarsvētki', nameEn: 'Pentecost' }
}

type Names = Omit<PublicHoliday, 'date'>

function asMovedDay({ nameLv, nameEn }: Names): Names {
  return { nameLv: `Pārceltā brīvdiena: ${nameLv}`, nameEn: `Day off in lieu: ${nameEn}` }
}

/** Names as in the law, by the library's rule; days that are not here (one-off ones) keep the library's name. */
const lawfulNames: Record<string, Names> = {
  '01-01': { nameLv: 'Jaungada diena', nameEn: 'New Year’s Day' },
  'easter -2': { nameLv: 'Lielā Piektdiena', nameEn: 'Good Friday' },
  easter: { nameLv: 'Pirmās Lieldienas', nameEn: 'Easter Sunday' },
  'easter 1': { nameLv: 'Otrās Lieldienas', nameEn: 'Easter Monday' },
  '05-01': { nameLv: 'Darba svētki', nameEn: 'Labour Day' },
  '05-04 and if saturday,sunday then next monday': {
    nameLv: 'Latvijas Republikas Neatkarības atjaunošanas diena',
    nameEn: 'Restoration of Independence Day',
  },
  '2nd sunday in May': { nameLv: 'Mātes diena', nameEn: 'Mother’s Day' },
  '06-23': { nameLv: 'Līgo diena', nameEn: 'Midsummer Eve' },
  '06-24': { nameLv: 'Jāņu diena', nameEn: 'Midsummer Day' },
  '11-18 and if saturday,sunday then next monday': {
    nameLv: 'Latvijas Republikas Proklamēšanas diena',
    nameEn: 'Proclamation Day of the Republic of Latvia',
  },
  '12-24': { nameLv: 'Ziemassvētku vakars', nameEn: 'Christmas Eve' },
  '12-25': { nameLv: 'Pirmie Ziemassvētki', nameEn: 'Christmas Day' },
  '12-26': { nameLv: 'Otrie Ziemassvētki', nameEn: 'Second Day of Christmas' },
  '12-31': { nameLv: 'Vecgada diena', nameEn: 'New Year’s Eve' },
}
