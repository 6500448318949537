import { m } from '#app/paraglide/messages.js'
import type { AskedService } from './write-assessment.ts'

const locale = { locale: 'lv' } as const

/*
 * What five people write about Dārta. The budget of 3852 euros is too small for everything that is asked: the music is
 * the service that the family's order decides about.
 */

export const wishes = [
  'Lai Dārta dzird, kad mēs viņu saucam pagalmā.',
  'Lai man ir viens brīvs vakars nedēļā.',
] as const
export const longGoal = 'Gada laikā Dārta sarunājas ar vienaudžiem trokšņainā telpā.'
export const shortGoal = {
  text: 'Perioda beigās Dārta atsaucas savam vārdam pagalmā.',
  serves: longGoal,
  levels: [
    'Neatsaucas.',
    'Atsaucas, ja redz runātāju.',
    'Atsaucas trīs reizes no piecām.',
    'Atsaucas piecas reizes no piecām.',
    'Atsaucas arī tad, ja apkārt spēlējas citi.',
  ],
} as const
export const hearing = 'Audiologopēds'
export const music = 'Mūzikas terapija'
export const assistant = 'Asistenta pakalpojums'
export const asked: readonly AskedService[] = [
  {
    name: hearing,
    units: 50,
    minimum: 20,
    reason: 'Dārtai jāmācās klausīties ar abām ausīm.',
    english: 'Dārta has to learn to listen with both ears.',
    goals: [longGoal, shortGoal.text],
  },
  { name: music, units: 30, minimum: 10, reason: 'Mūzikā Dārta klausās ar prieku.', goals: [shortGoal.text] },
  {
    name: assistant,
    units: 140,
    minimum: 40,
    mode: m.needs_mode_at_home({}, locale),
    reason: 'Viens vakars nedēļā vecākiem.',
    goals: [longGoal],
  },
]
export const question = 'Vai mūzikas terapija neskanēs Dārtai par skaļu?'
export const answer = 'Nē, terapeite skaļumu pieskaņo, un Dārta pati rāda, cik skaļi.'
