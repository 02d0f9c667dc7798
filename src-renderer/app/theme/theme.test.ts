import { expect, it } from 'vitest'
import { theme } from './theme.ts'
import { avatarColor, color, shadow } from './tokens.ts'

const sheets = JSON.stringify(theme.generateStyleSheets())

it('defines every colour and shadow that the components refer to, in both schemes', () => {
  const used = [
    ...Object.values(color),
    ...Object.values(shadow),
    ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((tone) => Object.values(avatarColor(tone))),
  ]
  for (const reference of used) {
    const name = reference.slice('var('.length, -1)
    // Once under the root (light), once under the dark attribute.
    expect(sheets.split(`"${name}":`).length - 1, name).toBeGreaterThanOrEqual(2)
  }
})

it('switches the scheme by data-theme', () => {
  expect(theme.getColorSchemeSelector('dark')).toContain('[data-theme="dark"]')
})

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b_ = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b_
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

it.each(['light', 'dark'] as const)('keeps text readable on every surface of the %s scheme', (scheme) => {
  const palette = theme.colorSchemes[scheme]?.palette
  if (!palette) throw new Error('scheme is missing')
  const { desk, text, background, primary, error, warning, success, info } = palette
  const surfaces = [background.default, background.paper, desk.list, desk.work, desk.sunken]
  for (const surface of surfaces) {
    for (const ink of [
      text.primary,
      text.secondary,
      text.disabled,
      primary.main,
      error.main,
      warning.main,
      success.main,
      info.main,
    ]) {
      expect(contrast(ink, surface), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(desk.ctl, surface), `control edge on ${surface}`).toBeGreaterThanOrEqual(3)
  }
  for (const status of [error, warning, success, info]) expect(contrast(status.main, status.light)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(primary.contrastText, primary.main)).toBeGreaterThanOrEqual(4.5)
  for (const { bg, text: initials } of Object.values(desk.avatar)) expect(contrast(initials, bg)).toBeGreaterThanOrEqual(4.5)
})
