/** The colour roles of the desk as hex values, one record per colour scheme. The only place where a colour is written down. */

/** One pair per avatar tone: the disc and the initials on it. */
export interface AvatarPair {
  bg: string
  text: string
}

/** Colours and shadows the desk needs beside MUI's own palette; each becomes a CSS variable `--mui-palette-desk-…`. */
export interface DeskPalette {
  /** Surface of lists. */
  list: string
  /** Surface of the open case. */
  work: string
  /** Inset blocks: consequences, code boxes, segmented controls. */
  sunken: string
  /** Stronger hairline: cards, buttons with a text label, panes. */
  line2: string
  /** Border of inputs, radios, checkboxes: at least 3 to 1. */
  ctl: string
  /** Best proposal, chip that is on. */
  tint: string
  /** Edge of a tinted block. */
  tint2: string
  /** Chart and score colours, loud to quiet. */
  a1: string
  a2: string
  a3: string
  /** Edges of blocks in a status colour. */
  hotLine: string
  warnLine: string
  okLine: string
  infoLine: string
  /** Ground of a neutral mark. */
  markBg: string
  /** Bars of a skeleton. */
  skeleton: string
  /** Current item of the rail. */
  railOn: string
  /** Ring and shadow of the current item of the rail. */
  railOnShadow: string
  /** Selected part of a segmented control. */
  segmentOn: string
  /** Ground and edge of a keycap on the filled button. */
  capBg: string
  capLine: string
  /** Depth: button, open card, what floats. */
  sh1: string
  sh2: string
  sh3: string
  avatar: Record<AvatarTone, AvatarPair>
}

/** The six avatar colours. */
export type AvatarTone = 'a' | 'b' | 'c' | 'd' | 'e' | 'f'

/** The roles that map onto MUI's own palette, with the desk's additions. */
export interface SchemeColors {
  app: string
  raised: string
  hover: string
  sel: string
  line: string
  text: string
  t2: string
  t3: string
  accent: string
  accentHover: string
  onAccent: string
  hot: string
  hotBg: string
  warn: string
  warnBg: string
  ok: string
  okBg: string
  info: string
  infoBg: string
  desk: DeskPalette
}

export const light: SchemeColors = {
  app: '#EFF0ED',
  raised: '#FFFFFF',
  hover: '#1A1F2B0A',
  sel: '#E6EBF7',
  line: '#E3E5E0',
  text: '#1A1F2B',
  t2: '#474E5A',
  t3: '#5E6571',
  accent: '#23418F',
  accentHover: '#1B3475',
  onAccent: '#FFFFFF',
  hot: '#AB2F16',
  hotBg: '#FBEBE6',
  warn: '#7E5004',
  warnBg: '#FAF0DA',
  ok: '#1B6544',
  okBg: '#E4F2EA',
  info: '#0C5F6C',
  infoBg: '#E0F0F2',
  desk: {
    list: '#F8F8F6',
    work: '#FFFFFF',
    sunken: '#F4F5F2',
    line2: '#D2D5CF',
    ctl: '#7F858E',
    tint: '#EDF1FA',
    tint2: '#C9D5F0',
    a1: '#23418F',
    a2: '#6F8CD1',
    a3: '#B7C6E9',
    hotLine: '#E9B9AC',
    warnLine: '#E2CB98',
    okLine: '#A9D3BC',
    infoLine: '#A3CDD3',
    markBg: '#1A1F2B0D',
    skeleton: '#1A1F2B17',
    railOn: '#FFFFFF',
    railOnShadow: '0 1px 2px #1A1F2B0D, 0 0 0 1px #E3E5E0',
    segmentOn: '#FFFFFF',
    capBg: '#FFFFFF1F',
    capLine: '#FFFFFF4D',
    sh1: '0 1px 2px #1A1F2B0D',
    sh2: '0 1px 2px #1A1F2B14, 0 8px 24px -6px #1A1F2B24',
    sh3: '0 2px 6px #1A1F2B1A, 0 24px 64px -12px #1A1F2B47',
    avatar: {
      a: { bg: '#DDE3E0', text: '#2A3A36' },
      b: { bg: '#D9E1F4', text: '#223D83' },
      c: { bg: '#F3DFCB', text: '#6B3E0B' },
      d: { bg: '#DCEBDD', text: '#24552F' },
      e: { bg: '#EBDDE8', text: '#643059' },
      f: { bg: '#D5E9EC', text: '#0C5560' },
    },
  },
}

export const dark: SchemeColors = {
  app: '#101318',
  raised: '#222933',
  hover: '#FFFFFF0A',
  sel: '#232D47',
  line: '#272E39',
  text: '#E9EBEF',
  t2: '#B6BDC8',
  t3: '#929BA8',
  accent: '#93ADF2',
  accentHover: '#AFC2F6',
  onAccent: '#0E1730',
  hot: '#F49A85',
  hotBg: '#3B221D',
  warn: '#E6B862',
  warnBg: '#342914',
  ok: '#7FCBA3',
  okBg: '#183026',
  info: '#77C6D2',
  infoBg: '#153136',
  desk: {
    list: '#151920',
    work: '#1A1F27',
    sunken: '#151920',
    line2: '#363F4C',
    ctl: '#727C8B',
    tint: '#202A42',
    tint2: '#34456F',
    a1: '#93ADF2',
    a2: '#5F7BC4',
    a3: '#3A4A75',
    hotLine: '#6B3A2F',
    warnLine: '#5F4B22',
    okLine: '#2C5945',
    infoLine: '#285861',
    markBg: '#FFFFFF12',
    skeleton: '#FFFFFF1A',
    railOn: '#222933',
    railOnShadow: 'none',
    segmentOn: '#222933',
    capBg: '#0E173014',
    capLine: '#0E173059',
    sh1: '0 1px 2px #0006',
    sh2: '0 1px 2px #0008, 0 8px 24px -6px #000A',
    sh3: '0 2px 6px #0008, 0 24px 64px -12px #000C',
    avatar: {
      a: { bg: '#37423F', text: '#D5E2DE' },
      b: { bg: '#33436F', text: '#D3DEFA' },
      c: { bg: '#54402A', text: '#F3DDC5' },
      d: { bg: '#2C4A33', text: '#CBE8D1' },
      e: { bg: '#4E3549', text: '#F0D9EB' },
      f: { bg: '#21474E', text: '#C8E8ED' },
    },
  },
}
