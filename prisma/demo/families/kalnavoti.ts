import type { DemoChild } from './demo-child.ts'

/** The second municipality: its own families and staff, some of the same providers. */
export const kalnavotiChildren: readonly DemoChild[] = [
  {
    key: 'tina',
    municipality: 'kalnavoti',
    givenName: 'Tīna',
    familyName: 'Migliņupe',
    age: 5,
    home: { town: 'Kalnavoti', latitude: 56.725, longitude: 24.94 },
    guardians: [{ key: 'ilva', givenName: 'Ilva', familyName: 'Migliņupe', kind: 'parent' }],
    socialWorker: 'maija',
    wishes: ['Lai Tīna pati ēd ar karoti.'],
    longTerm: ['Gada laikā Tīna pati apēd brokastis.'],
    shortTerm: ['Pusgada beigās Tīna karoti aiznes līdz mutei.'],
    needs: [
      { service: 'ergotherapist-at-home', expert: 1, parent: 1, units: 24, minimum: 8 },
      { service: 'social-pedagogue', expert: 2, parent: 2, units: 24, minimum: 8 },
      { service: 'pool-physiotherapy', expert: 3, parent: 3, units: 16, minimum: 4 },
      { service: 'assistant', expert: 4, parent: 4, units: 120, minimum: 20, mode: 'at_home' },
    ],
    habits: [
      { offering: 'kalnavoti-ergotherapy', specialist: 'modris', weekday: 1, at: '10:00', everyWeeks: 2 },
      { offering: 'kalnavoti-social-pedagogue', specialist: 'rasma', weekday: 3, at: '11:00', everyWeeks: 2 },
      { offering: 'pool-physiotherapy', specialist: 'vineta', weekday: 6, at: '12:30', everyWeeks: 2 },
    ],
  },
  {
    key: 'oskars',
    municipality: 'kalnavoti',
    givenName: 'Oskars',
    familyName: 'Kalnrasa',
    age: 9,
    home: { town: 'Raskalns', latitude: 56.7, longitude: 24.9 },
    guardians: [{ key: 'gundars', givenName: 'Gundars', familyName: 'Kalnrasa', kind: 'parent' }],
    socialWorker: 'maija',
    wishes: ['Lai Oskars stāsta par savu dienu.'],
    longTerm: ['Gada laikā Oskars pastāsta par vienu dienas notikumu.'],
    shortTerm: ['Pusgada beigās Oskars atbild uz jautājumu „kas notika?”.'],
    needs: [
      { service: 'audiologist-speech-therapist', expert: 1, parent: 1, units: 24, minimum: 8 },
      { service: 'music-therapy', expert: 2, parent: 2, units: 24, minimum: 8 },
      { service: 'canistherapy', expert: 3, parent: 3, units: 20, minimum: 6 },
      { service: 'transport', expert: 4, parent: 4, units: 60, minimum: 10 },
    ],
    habits: [
      { offering: 'audiologist', specialist: 'darta', weekday: 3, at: '12:00', everyWeeks: 2 },
      { offering: 'music', specialist: 'kristaps', weekday: 6, at: '11:00', everyWeeks: 2 },
    ],
  },
  {
    key: 'estere',
    municipality: 'kalnavoti',
    givenName: 'Estere',
    familyName: 'Vējrasa',
    age: 4,
    home: { town: 'Kalnavoti', latitude: 56.717, longitude: 24.96 },
    guardians: [{ key: 'inguna', givenName: 'Ingūna', familyName: 'Vējrasa', kind: 'parent' }],
    socialWorker: 'maija',
    wishes: ['Lai Estere staigā.'],
    longTerm: ['Gada laikā Estere noiet no mājas līdz vārtiņiem.'],
    shortTerm: ['Pusgada beigās Estere sper soļus, turoties pie rokas.'],
    needs: [
      { service: 'physiotherapy', expert: 1, parent: 1, units: 30, minimum: 8 },
      { service: 'ergotherapist-at-home', expert: 2, parent: 3, units: 20, minimum: 6 },
      { service: 'theraplay', expert: 3, parent: 2, units: 16, minimum: 4 },
    ],
    habits: [
      { offering: 'ieva-room', specialist: 'ieva', weekday: 4, at: '12:00', everyWeeks: 2 },
      { offering: 'theraplay', specialist: 'ilona', weekday: 2, at: '13:00', everyWeeks: 3 },
    ],
  },
]
