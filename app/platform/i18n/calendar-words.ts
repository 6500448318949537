/** Days from Monday, months from January, in the forms that sentences and headings need. */
export const weekdays = {
  lv: {
    /** "Ceturtdiena": headings. */
    plain: ['pirmdiena', 'otrdiena', 'trešdiena', 'ceturtdiena', 'piektdiena', 'sestdiena', 'svētdiena'],
    /** "Notiks ceturtdien." */
    on: ['pirmdien', 'otrdien', 'trešdien', 'ceturtdien', 'piektdien', 'sestdien', 'svētdien'],
    /** "Līdz ceturtdienai." */
    until: ['pirmdienai', 'otrdienai', 'trešdienai', 'ceturtdienai', 'piektdienai', 'sestdienai', 'svētdienai'],
    short: ['pirmd.', 'otrd.', 'trešd.', 'ceturtd.', 'piektd.', 'sestd.', 'svētd.'],
  },
  en: {
    plain: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    on: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    until: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    short: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
} as const

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const months = {
  lv: {
    plain: [
      'janvāris',
      'februāris',
      'marts',
      'aprīlis',
      'maijs',
      'jūnijs',
      'jūlijs',
      'augusts',
      'septembris',
      'oktobris',
      'novembris',
      'decembris',
    ],
    on: [
      'janvārī',
      'februārī',
      'martā',
      'aprīlī',
      'maijā',
      'jūnijā',
      'jūlijā',
      'augustā',
      'septembrī',
      'oktobrī',
      'novembrī',
      'decembrī',
    ],
    until: [
      'janvārim',
      'februārim',
      'martam',
      'aprīlim',
      'maijam',
      'jūnijam',
      'jūlijam',
      'augustam',
      'septembrim',
      'oktobrim',
      'novembrim',
      'decembrim',
    ],
    /** "No 26. novembra." */
    from: [
      'janvāra',
      'februāra',
      'marta',
      'aprīļa',
      'maija',
      'jūnija',
      'jūlija',
      'augusta',
      'septembra',
      'oktobra',
      'novembra',
      'decembra',
    ],
    short: ['janv.', 'febr.', 'marts', 'apr.', 'maijs', 'jūn.', 'jūl.', 'aug.', 'sept.', 'okt.', 'nov.', 'dec.'],
  },
  en: {
    plain: englishMonths,
    on: englishMonths,
    until: englishMonths,
    from: englishMonths,
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  },
} as const

export const relativeDays = {
  lv: { '-1': 'vakar', '0': 'šodien', '1': 'rīt' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
} as const
