/** Sentences: the catalogue's own marks work, a name that looks like markup stays text, and both languages say every key. */
import { cleanup, render } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { makeI18n } from './i18n.ts'
import { nl } from './nl.ts'
import { Said } from './Said.tsx'

afterEach(cleanup)

/** Every `{{value}}` of a sentence. */
const valuesIn = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

type Words = { readonly [key: string]: string | Words }
function sentences(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  )
}

describe('sentences', () => {
  it('shows the facts that matter in bold, and a name with markup as text', () => {
    const { container } = render(
      <I18nextProvider i18n={makeI18n('nl')}>
        <Said
          i18nKey="absences.sentence.processed"
          values={{ by: '<img src=x onerror=alert(1)> & <b>Zoë</b>', when: 'vandaag' }}
        />
      </I18nextProvider>,
    )
    expect(container.textContent).toBe('Verwerkt door <img src=x onerror=alert(1)> & <b>Zoë</b>, vandaag.')
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelectorAll('b')).toHaveLength(1)
  })

  it('has the same values in both languages', () => {
    const english = new Map(sentences(en))
    for (const [key, dutch] of sentences(nl)) expect([key, valuesIn(english.get(key) ?? '')]).toEqual([key, valuesIn(dutch)])
  })

  it('never shouts', () => {
    for (const [key, sentence] of [...sentences(nl), ...sentences(en)])
      expect([key, sentence]).toEqual([key, sentence.replace('!', '')])
  })
})
