/** The frame of every e-mail to a client: greeting, paragraphs, who it is from. Plain Dutch at level B1, as the portals write. */

export interface Letter {
  /** As staff address them: "Mevr. H. Verbeek-de Wit". */
  readonly to: string
  /** The provider's name. */
  readonly from: string
  readonly paragraphs: readonly string[]
}

export function letterText(letter: Letter): string {
  return [`Geachte ${letter.to},`, ...letter.paragraphs, `Met vriendelijke groet,\n${letter.from}`].join('\n\n')
}
