import type { Beneficiary, ChildLane, Mode, Unit } from '#app/platform/db/generated/enums.ts'

export type BothLanguages = { lv: string; en: string }

export type DemoService = {
  code: string
  name: BothLanguages
  description: BothLanguages
  /** Why experts usually find it needed; an assessment may say it in its own words. */
  reason: BothLanguages
  unit: Unit
  beneficiary: Beneficiary
  lane?: ChildLane
  /** The most Lejasupes novads pays for one unit, in cents. Invented. */
  caps: Partial<Record<Mode, number>>
}

/** Every service of the pilot's catalogue, in its order. Prices are invented. */
export const catalogue = [
  {
    code: 'physiotherapy',
    name: { lv: 'Fizioterapija', en: 'Physiotherapy' },
    description: {
      lv: 'Vingrinājumi un rotaļas, kas palīdz bērnam kustēties drošāk, stiprāk un ar mazāk pūļu.',
      en: 'Exercises and play that help a child to move more safely, with more strength and less effort.',
    },
    reason: {
      lv: 'Bērnam jānostiprina stāja un līdzsvars, lai varētu kustēties patstāvīgāk.',
      en: 'The child needs a stronger posture and better balance in order to move more independently.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 32_00, at_home: 32_00, institution: 32_00, online: 24_00 },
  },
  {
    code: 'pool-physiotherapy',
    name: { lv: 'Fizioterapija baseinā', en: 'Physiotherapy in a pool' },
    description: {
      lv: 'Vingrošana siltā ūdenī kopā ar fizioterapeitu. Ūdens notur ķermeni un atslābina muskuļus.',
      en: 'Exercise in warm water with a physiotherapist. The water carries the body and relaxes the muscles.',
    },
    reason: {
      lv: 'Ūdenī bērns var kustēties brīvāk nekā uz sauszemes, un muskuļu saspringums mazinās.',
      en: 'In water the child can move more freely than on land, and muscle tension eases.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 40_00 },
  },
  {
    code: 'music-therapy',
    name: { lv: 'Mūzikas terapija', en: 'Music therapy' },
    description: {
      lv: 'Spēlēšana, dziedāšana un klausīšanās, kas palīdz bērnam izteikties un būt kopā ar citiem.',
      en: 'Playing, singing and listening that help a child to express themself and to be with others.',
    },
    reason: {
      lv: 'Mūzika bērnam ir vieglākais ceļš, kā sazināties un nomierināties.',
      en: 'Music is the easiest way for the child to communicate and to calm down.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 34_00 },
  },
  {
    code: 'social-pedagogue',
    name: { lv: 'Sociālais pedagogs', en: 'Social pedagogue' },
    description: {
      lv: 'Palīdz bērnam apgūt ikdienas un saskarsmes prasmes mājās, skolā un pagalmā.',
      en: 'Helps a child to learn everyday and social skills at home, at school and outdoors.',
    },
    reason: {
      lv: 'Bērnam vajadzīgs atbalsts, lai iekļautos vienaudžu vidū.',
      en: 'The child needs support in finding a place among children of the same age.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 28_00, at_home: 28_00 },
  },
  {
    code: 'aba-therapy',
    name: { lv: 'ABA terapija', en: 'ABA therapy' },
    description: {
      lv: 'Individuālas nodarbības, kurās jaunas prasmes apgūst maziem soļiem un nostiprina ar uzslavu.',
      en: 'Individual sessions in which new skills are learned in small steps and strengthened with praise.',
    },
    reason: {
      lv: 'Bērns labi mācās ar skaidriem, atkārtotiem soļiem; tā mazinās arī grūtā uzvedība.',
      en: 'The child learns well in clear, repeated steps; difficult behaviour becomes rarer too.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 38_00, at_home: 38_00, institution: 38_00 },
  },
  {
    code: 'canistherapy',
    name: { lv: 'Kanisterapija', en: 'Canistherapy' },
    description: {
      lv: 'Individuālas nodarbības ar īpaši sagatavotu suni, kas rosina kustēties, runāt un rūpēties.',
      en: 'Individual sessions with a specially trained dog that invite a child to move, speak and care.',
    },
    reason: {
      lv: 'Suņa klātbūtnē bērns atslābst un labprātāk iesaistās.',
      en: 'In the company of a dog the child relaxes and joins in more willingly.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 35_00 },
  },
  {
    code: 'speech-therapist',
    name: { lv: 'Logopēds', en: 'Speech therapist' },
    description: {
      lv: 'Palīdz bērnam skaidrāk izrunāt skaņas un vārdus un saprast, ko saka citi.',
      en: 'Helps a child to pronounce sounds and words more clearly and to understand what others say.',
    },
    reason: {
      lv: 'Bērna runa vēl grūti saprotama cilvēkiem ārpus ģimenes.',
      en: 'People outside the family still find the child’s speech hard to understand.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 28_00, institution: 28_00 },
  },
  {
    code: 'audiologist-speech-therapist',
    name: { lv: 'Audiologopēds', en: 'Audiologist-speech therapist' },
    description: {
      lv: 'Palīdz bērnam dzirdēt, saprast un runāt, arī ēst un norīt; strādā ar runas un dzirdes traucējumiem.',
      en: 'Helps a child to hear, understand and speak, also to eat and swallow; works with speech and hearing disorders.',
    },
    reason: {
      lv: 'Bērns saprot vairāk, nekā spēj pateikt, un tādēļ dusmojas.',
      en: 'The child understands more than they can say, and gets upset because of it.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 30_00, institution: 30_00 },
  },
  {
    code: 'dietitian',
    name: { lv: 'Uztura speciālists', en: 'Dietitian' },
    description: {
      lv: 'Mājās vai izglītības iestādē palīdz saprast, ko un kā bērnam ēst, lai pietiktu spēka un nesāpētu.',
      en: 'At home or in an institution, helps to find out what and how a child can eat to have strength and no pain.',
    },
    reason: {
      lv: 'Ēdienu izvēle ir ļoti šaura, un svars nepieaug, kā vajadzētu.',
      en: 'The choice of food is very narrow and weight does not grow as it should.',
    },
    unit: 'session',
    beneficiary: 'both',
    caps: { at_home: 30_00, institution: 30_00, online: 24_00 },
  },
  {
    code: 'ergotherapist-at-home',
    name: { lv: 'Ergoterapeits mājās', en: 'Ergotherapist at home' },
    description: {
      lv: 'Mājās trenē ikdienas darbus, piemēram, ģērbties, ēst, mazgāties, un iekārto vidi, lai tie izdotos.',
      en: 'Practises everyday tasks at home, such as dressing, eating and washing, and arranges the home for them.',
    },
    reason: {
      lv: 'Ikdienas darbi mājās vēl prasa daudz palīdzības.',
      en: 'Everyday tasks at home still take a lot of help.',
    },
    unit: 'session',
    beneficiary: 'both',
    caps: { at_home: 33_00 },
  },
  {
    code: 'montessori-specialist',
    name: { lv: 'Montesori metodikas speciālists', en: 'Montessori specialist' },
    description: {
      lv: 'Nodarbības ar Montesori materiāliem: bērns mācās darot, savā tempā un ar savām rokām.',
      en: 'Sessions with Montessori materials: a child learns by doing, at their own pace and with their own hands.',
    },
    reason: {
      lv: 'Bērnam vajadzīgs laiks un taustāmi materiāli, lai noturētu uzmanību.',
      en: 'The child needs time and materials to touch in order to keep their attention.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 32_00, institution: 32_00 },
  },
  {
    code: 'rehabilitation-course',
    name: { lv: 'Sociālās rehabilitācijas un prasmju kurss', en: 'Social rehabilitation and skills course' },
    description: {
      lv: 'Kursa diena bērnam un vecākiem kopā rehabilitācijas centrā, noteiktos datumos: speciālisti, prakse, pieredze.',
      en: 'A course day for child and parents together at the rehabilitation centre, on fixed dates: specialists, practice, experience.',
    },
    reason: {
      lv: 'Vecāki vēlas apgūt paņēmienus, ko mājās izmantot katru dienu.',
      en: 'The parents wish to learn techniques that they can use at home every day.',
    },
    unit: 'course',
    beneficiary: 'both',
    caps: { at_provider: 180_00 },
  },
  {
    code: 'theraplay',
    name: { lv: 'Theraplay terapija', en: 'Theraplay therapy' },
    description: {
      lv: 'Rotaļas visai ģimenei kopā ar terapeitu, kas stiprina drošu piesaisti un prieku būt kopā.',
      en: 'Play for the whole family with a therapist that strengthens a secure bond and the joy of being together.',
    },
    reason: {
      lv: 'Bērnam un vecākiem jāatrod ceļš atpakaļ uz mierīgu kopā būšanu.',
      en: 'Child and parents need a way back to calm time together.',
    },
    unit: 'session',
    beneficiary: 'both',
    caps: { at_provider: 42_00 },
  },
  {
    code: 'psychologist-for-parents',
    name: { lv: 'Psihologa konsultācijas vecākiem', en: 'Psychologist’s consultations for parents' },
    description: {
      lv: 'Saruna vecākiem par nogurumu, raizēm un to, kā ģimenē visiem pietikt spēka.',
      en: 'A talk for parents about tiredness, worries and how everyone in the family can keep their strength.',
    },
    reason: {
      lv: 'Vecāki ilgstoši dzīvo lielā slodzē, un viņiem vajadzīgs atbalsts.',
      en: 'The parents have lived under great strain for long and need support.',
    },
    unit: 'session',
    beneficiary: 'parents',
    caps: { at_provider: 45_00, online: 40_00 },
  },
  {
    code: 'art-therapy',
    name: { lv: 'Mākslas terapija', en: 'Art therapy' },
    description: {
      lv: 'Zīmēšana, veidošana un krāsas, ar ko bērns parāda to, ko vārdos nepateikt.',
      en: 'Drawing, modelling and colours with which a child shows what cannot be put into words.',
    },
    reason: {
      lv: 'Bērns jūtas labāk, kad pārdzīvoto var parādīt, nevis stāstīt.',
      en: 'The child feels better when experiences can be shown rather than told.',
    },
    unit: 'session',
    beneficiary: 'child',
    caps: { at_provider: 34_00 },
  },
  {
    code: 'assistant',
    name: { lv: 'Asistenta pakalpojums', en: 'Assistant for the child' },
    description: {
      lv: 'Asistents ir kopā ar bērnu mājās vai ārpus tām: palīdz, pieskata un dod vecākiem elpas brīdi.',
      en: 'An assistant is with the child at home or outside: helps, looks after the child and gives parents a breather.',
    },
    reason: {
      lv: 'Vecākiem vajadzīgs kāds, kas vakaros ir kopā ar bērnu.',
      en: 'The parents need someone who is with the child in the evenings.',
    },
    unit: 'hour',
    beneficiary: 'both',
    lane: 'assistance',
    caps: { at_home: 12_00, institution: 12_00 },
  },
  {
    code: 'transport',
    name: { lv: 'Transporta pakalpojums', en: 'Transport' },
    description: {
      lv: 'Brauciens uz nodarbību un atpakaļ pielāgotā auto, ar pacēlāju un drošības sēdekli.',
      en: 'A ride to a session and back in an adapted car with a lift and a safety seat.',
    },
    reason: {
      lv: 'Ģimenei nav auto, kurā bērnu var droši aizvest.',
      en: 'The family has no car in which the child can travel safely.',
    },
    unit: 'trip',
    beneficiary: 'both',
    lane: 'transport',
    caps: { at_home: 18_00 },
  },
] as const satisfies readonly DemoService[]

export type ServiceCode = (typeof catalogue)[number]['code']

export function serviceOf(code: ServiceCode): DemoService {
  const service = catalogue.find((one) => one.code === code)
  if (service === undefined) throw new Error(`The catalogue has no service "${code}"`)
  return service
}
