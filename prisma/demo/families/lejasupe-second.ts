import type { DemoChild, DemoGuardian } from './demo-child.ts'

/** One mother, two children. */
const ilze: DemoGuardian = { key: 'ilze', givenName: 'Ilze', familyName: 'Vītolsala', kind: 'parent' }
const siblingsHome = { town: 'Kaņupe', latitude: 56.57, longitude: 24.56 }

export const gustavs: DemoChild = {
  key: 'gustavs',
  municipality: 'lejasupe',
  givenName: 'Gustavs',
  familyName: 'Vītolsala',
  age: 8,
  home: siblingsHome,
  travelLimitMinutes: 35,
  sessionsPerWeekLimit: 5,
  guardians: [ilze],
  socialWorker: 'sanita',
  wishes: ['Lai Gustavs spēlē bumbu ar klasesbiedriem.', 'Lai skolā viņam ir draugs.'],
  longTerm: ['Gada laikā Gustavs divas stundas nedēļā pavada kopā ar vienaudžiem.'],
  shortTerm: ['Pusgada beigās Gustavs met un ķer bumbu no divu metru attāluma.'],
  needs: [
    { service: 'physiotherapy', expert: 1, parent: 2, units: 24, minimum: 8 },
    { service: 'assistant', expert: 2, parent: 1, units: 80, minimum: 20, mode: 'at_home' },
    { service: 'ergotherapist-at-home', expert: 3, parent: 3, units: 16, minimum: 4 },
    { service: 'music-therapy', expert: 4, parent: 4, units: 16, minimum: 4 },
    { service: 'social-pedagogue', expert: 5, parent: 5, units: 16, minimum: 4 },
    { service: 'aba-therapy', expert: 6, parent: 6, units: 24, minimum: 6 },
  ],
  habits: [
    { offering: 'ieva-room', specialist: 'ieva', weekday: 1, at: '13:00' },
    { offering: 'ieva-room', specialist: 'ieva', weekday: 4, at: '14:30', everyWeeks: 2, fromWeek: 1 },
    { offering: 'assistant', specialist: 'baiba-keizargale', weekday: 3, at: '16:00', minutes: 240, everyWeeks: 2 },
    { offering: 'ergotherapy-home', specialist: 'ginta', weekday: 4, at: '15:00', everyWeeks: 2 },
    { offering: 'music', specialist: 'kristaps', weekday: 2, at: '15:00', everyWeeks: 3 },
  ],
  incidents: [
    { offering: 'assistant', daysAgo: 18, what: 'shorter' },
    { offering: 'ergotherapy-home', daysAgo: 35, what: 'objection-lowered' },
  ],
}

export const odrija: DemoChild = {
  key: 'odrija',
  municipality: 'lejasupe',
  givenName: 'Odrija',
  familyName: 'Vītolsala',
  age: 6,
  home: siblingsHome,
  travelLimitMinutes: 35,
  sessionsPerWeekLimit: 5,
  guardians: [ilze],
  socialWorker: 'sanita',
  wishes: ['Lai Odrija dzird un saprot, kad viņu sauc.', 'Lai viņa zīmē un priecājas.'],
  longTerm: ['Gada laikā Odrija atsaucas uz savu vārdu trokšņainā telpā.'],
  shortTerm: ['Pusgada beigās Odrija seko divu soļu norādei.'],
  needs: [
    { service: 'audiologist-speech-therapist', expert: 1, parent: 1, units: 24, minimum: 8 },
    { service: 'music-therapy', expert: 2, parent: 3, units: 20, minimum: 6 },
    { service: 'art-therapy', expert: 3, parent: 2, units: 20, minimum: 6 },
    { service: 'montessori-specialist', expert: 4, parent: 4, units: 24, minimum: 8 },
    { service: 'assistant', expert: 5, parent: 5, units: 60, minimum: 10, mode: 'at_home' },
    { service: 'theraplay', expert: 6, parent: 6, units: 8, minimum: 4 },
  ],
  habits: [
    { offering: 'audiologist', specialist: 'darta', weekday: 1, at: '11:00' },
    { offering: 'art', specialist: 'aija', weekday: 5, at: '14:00', everyWeeks: 2 },
    { offering: 'montessori', specialist: 'elina-zilsala', weekday: 2, at: '10:00', everyWeeks: 2 },
    { offering: 'music', specialist: 'kristaps', weekday: 4, at: '16:00', everyWeeks: 2 },
  ],
  incidents: [{ offering: 'art', daysAgo: 30, what: 'cancelled-by-provider' }],
}

export const reinis: DemoChild = {
  key: 'reinis',
  municipality: 'lejasupe',
  givenName: 'Reinis',
  familyName: 'Apšleja',
  age: 6,
  home: { town: 'Lejasupe', latitude: 56.596, longitude: 24.52 },
  sessionNeeds: 'Baidās no svešiem; mierina mīkstā rotaļlieta.',
  guardians: [{ key: 'mirdza', givenName: 'Mirdza', familyName: 'Vizulkalne', kind: 'foster_family' }],
  socialWorker: 'ginta-purvmala',
  wishes: ['Lai Reinis pie mums jūtas droši.', 'Lai viņš skrien un rāpjas kā citi.'],
  longTerm: ['Gada laikā Reinis naktīs guļ mierīgi.', 'Gada laikā Reinis patstāvīgi kāpj pa kāpnēm.'],
  shortTerm: ['Pusgada beigās Reinis pats lūdz palīdzību, kad ir grūti.'],
  needs: [
    { service: 'physiotherapy', expert: 1, parent: 1, units: 24, minimum: 8 },
    { service: 'theraplay', expert: 2, parent: 2, units: 16, minimum: 6 },
    { service: 'canistherapy', expert: 3, parent: 4, units: 20, minimum: 6 },
    { service: 'psychologist-for-parents', expert: 4, parent: 3, units: 10, minimum: 2 },
    { service: 'transport', expert: 5, parent: 5, units: 30, minimum: 8 },
    { service: 'speech-therapist', expert: 6, parent: 6, units: 20, minimum: 6 },
    { service: 'art-therapy', expert: 7, parent: 7, units: 8, minimum: 4 },
  ],
  habits: [
    { offering: 'ieva-room', specialist: 'ieva', weekday: 2, at: '09:00' },
    { offering: 'ieva-room', specialist: 'ieva', weekday: 5, at: '10:00', everyWeeks: 2 },
    { offering: 'theraplay', specialist: 'ilona', weekday: 4, at: '13:00', everyWeeks: 2 },
    { offering: 'dog', specialist: 'zaiga-kepkalne', weekday: 5, at: '15:00', everyWeeks: 2 },
    { offering: 'psychologist-online', specialist: 'sandris', weekday: 3, at: '19:00', everyWeeks: 4 },
    { offering: 'centre-speech', specialist: 'maruta', weekday: 1, at: '13:00', everyWeeks: 2 },
  ],
}
