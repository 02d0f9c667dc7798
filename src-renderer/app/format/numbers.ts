/** Numbers that people read out. */

/** `104882` → `104 882`, with spaces that do not break. */
export function spacedNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')
}

/** Minutes as hours with one decimal at most: `150` → `2,5` (nl), `2.5` (en). */
export function hoursOf(minutes: number, lang: 'nl' | 'en'): string {
  return new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 }).format(minutes / 60)
}

/** `0624190377` → `06 2419 0377`; what is not a Dutch number of ten digits stays as it was written. */
export function phoneSpaced(phone: string): string {
  const digits = phone.replace(/[\s()-]/g, '').replace(/^(\+31|0031)/, '0')
  if (!/^0\d{9}$/.test(digits)) return phone
  return digits.startsWith('06')
    ? `06 ${digits.slice(2, 6)} ${digits.slice(6)}`
    : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}
