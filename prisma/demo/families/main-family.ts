import type { DemoChild } from './demo-child.ts'

/** Agnese and Emīls: the family that most of the demo is shown with. */
export const emils: DemoChild = {
  key: 'emils',
  municipality: 'lejasupe',
  givenName: 'Emīls',
  familyName: 'Sprogaine',
  age: 5,
  home: { town: 'Birzāji', latitude: 56.668, longitude: 24.56 },
  travelLimitMinutes: 30,
  sessionsPerWeekLimit: 7,
  safetyNote: 'Epilepsija: ja lēkme ilgst vairāk par 3 minūtēm, zvaniet 113 un mammai.',
  sessionNeeds: 'Rāda attēlu kartītes; pirms jauna uzdevuma vajag mirkli pauzes.',
  guardians: [{ key: 'agnese', givenName: 'Agnese', familyName: 'Sprogaine', kind: 'parent' }],
  socialWorker: 'sanita',
  wishes: [
    'Lai Emīls pats aiziet no istabas līdz virtuvei.',
    'Lai Emīls pasaka, ko viņš grib, un tik bieži nedusmojas.',
    'Lai vakaros mums ar vīru atliek laiks arī mazajai māsai.',
  ],
  longTerm: [
    'Gada laikā Emīls iekštelpās pārvietojas patstāvīgi ar atbalsta rāmi.',
    'Gada laikā Emīls ar vārdiem vai kartītēm pauž sešas ikdienas vajadzības.',
  ],
  shortTerm: [
    'Pusgada beigās Emīls ar rāmi noiet desmit soļus bez palīdzības.',
    'Pusgada beigās Emīls ar kartīti palūdz dzert, ēst un pauzi.',
  ],
  needs: [
    {
      service: 'physiotherapy',
      expert: 1,
      parent: 3,
      units: 24,
      minimum: 8,
      perWeek: 1,
      reason: {
        lv: 'Emīlam jānostiprina kāju un muguras muskuļi, lai staigātu ar rāmi.',
        en: 'Emīls needs stronger leg and back muscles in order to walk with a frame.',
      },
    },
    {
      service: 'audiologist-speech-therapist',
      expert: 2,
      parent: 2,
      units: 24,
      minimum: 8,
      perWeek: 1,
      reason: {
        lv: 'Emīls saprot daudz vairāk, nekā spēj pateikt; viņam jāatrod savs veids, kā sazināties.',
        en: 'Emīls understands far more than he can say; he needs his own way to communicate.',
      },
    },
    {
      service: 'aba-therapy',
      expert: 3,
      parent: 4,
      units: 24,
      minimum: 8,
      perWeek: 1,
      reason: {
        lv: 'Maziem, skaidriem soļiem Emīls apgūst jaunas prasmes bērnudārza ikdienā.',
        en: 'In small, clear steps Emīls learns new skills in the daily life of the kindergarten.',
      },
    },
    {
      service: 'assistant',
      expert: 4,
      parent: 1,
      units: 90,
      minimum: 20,
      mode: 'at_home',
      perWeek: 2,
      reason: {
        lv: 'Vakaros Emīlam vajadzīgs kāds blakus, kamēr vecāki ir kopā ar mazo māsu.',
        en: 'In the evenings Emīls needs someone beside him while the parents are with his little sister.',
      },
    },
    { service: 'pool-physiotherapy', expert: 5, parent: 6, units: 12, minimum: 4 },
    { service: 'psychologist-for-parents', expert: 6, parent: 7, units: 6, minimum: 1 },
    { service: 'canistherapy', expert: 7, parent: 5, units: 10, minimum: 1 },
  ],
  covered: [
    {
      service: 'speech-therapist',
      payer: {
        lv: 'Logopēds bērnudārzā: maksā izglītības iestāde',
        en: 'Speech therapist in the kindergarten: paid by the school',
      },
    },
  ],
  aroundToday: { offering: 'assistant', specialist: 'kristine', at: '17:30', minutes: 120 },
  habits: [
    { offering: 'assistant', specialist: 'kristine', weekday: 2, at: '17:30', minutes: 120, weeksAhead: 3 },
    { offering: 'aba-institution', specialist: 'martins', weekday: 1, at: '10:00', weeksAhead: 3 },
    { offering: 'ieva-room', specialist: 'ieva', weekday: 3, at: '16:30', weeksAhead: 3 },
    { offering: 'audiologist', specialist: 'darta', weekday: 5, at: '14:00', weeksAhead: 3 },
    { offering: 'pool-physiotherapy', specialist: 'edgars', weekday: 6, at: '10:00', everyWeeks: 2, weeksAhead: 1 },
    { offering: 'assistant', specialist: 'kristine', weekday: 4, at: '17:30', minutes: 120, everyWeeks: 2 },
  ],
  incidents: [
    { offering: 'audiologist', daysAgo: 40, what: 'cancelled-in-time' },
    { offering: 'assistant', daysAgo: 30, what: 'longer' },
  ],
}
