import { Sample } from '#app/platform/routes/dev-ui/sample.tsx'
import { say } from '#app/platform/routes/dev-ui/say.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

/** The classes of the ranked list: the capability that ranks draws its own pieces with them. */
export function RankSample() {
  return (
    <Sample name="rank, calc, cut, frac (CSS)">
      <Card title={say('Kopīgais saraksts', 'Joint list')}>
        <ol className="rank">
          <li className="in">
            <div className="pos">
              <VisuallyHidden>{say('Vieta ', 'Place ')}</VisuallyHidden>1.
            </div>
            <div>
              <div className="name">
                <h3>{say('Fizioterapija', 'Physiotherapy')}</h3>
                <span className="amt">{say('768,00 €', '€768.00')}</span>
              </div>
              <div className="meta">
                <span className="num">24 × 32,00 €</span>
                <Badge tone="ok">{say('Finansēts pilnībā', 'Fully funded')}</Badge>
              </div>
              <div className="calc">
                <span>
                  7/10 × 7<small>{say('eksperti: 1. vieta', 'experts: place 1')}</small>
                </span>
                <span className="op">+</span>
                <span>
                  3/10 × 5<small>{say('jūs: 3. vieta', 'you: place 3')}</small>
                </span>
                <span className="eq">
                  <span className="op">=</span>
                  <span className="res">
                    6,4<small>{say('punkti', 'points')}</small>
                  </span>
                </span>
              </div>
            </div>
          </li>
          <li className="part">
            <div className="pos">
              <VisuallyHidden>{say('Vieta ', 'Place ')}</VisuallyHidden>2.
            </div>
            <div>
              <div className="name">
                <h3>{say('Fizioterapija baseinā', 'Physiotherapy in a pool')}</h3>
                <span className="amt">{say('360,00 €', '€360.00')}</span>
              </div>
              <div className="meta">
                <span className="num">12 × 40,00 € = 480,00 €</span>
                <Badge tone="attention" icon="half">
                  {say('Finansēts daļēji', 'Partly funded')}
                </Badge>
              </div>
              <p className="frac">
                <span>{say('9 nodarbības ir iekļautas', '9 sessions are included')}</span>
                <b className="num">9 × 40,00 € = 360,00 €</b>
              </p>
            </div>
            <div className="cut">
              <p>{say('Finansējuma robeža', 'Funding line')}</p>
            </div>
            <p className="frac frac-out below">
              <span>{say('3 nodarbības paliek ārpus robežas', '3 sessions stay beyond the line')}</span>
              <b className="num">120,00 €</b>
            </p>
          </li>
          <li className="out">
            <div className="pos">
              <VisuallyHidden>{say('Vieta ', 'Place ')}</VisuallyHidden>3.
            </div>
            <div>
              <div className="name">
                <h3>{say('Kanisterapija', 'Canistherapy')}</h3>
                <span className="amt">{say('350,00 €', '€350.00')}</span>
              </div>
              <div className="meta">
                <span className="num">10 × 35,00 €</span>
                <Badge>{say('Nav finansēts', 'Not funded')}</Badge>
              </div>
              <p className="why">
                <b>{say('Kāpēc nav iekļauts:', 'Why it is not included:')}</b>{' '}
                {say(
                  'viena nodarbība maksā 35,00 €, bet atlikuši 12,00 €.',
                  'one session costs €35.00, but €12.00 are left.',
                )}
              </p>
            </div>
          </li>
        </ol>
      </Card>
    </Sample>
  )
}
