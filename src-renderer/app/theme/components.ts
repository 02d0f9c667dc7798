/** How each MUI component looks on the desk: sizes, borders and states of the look, set once here and never at the place of use. */
import type { Components, CssVarsTheme, Theme } from '@mui/material/styles'
import { CaretDownIcon } from '@phosphor-icons/react/CaretDown'
import { globalStyles } from './global-styles.ts'
import { color, font, motion, radius, shadow, size, small } from './tokens.ts'

type DeskComponents = Components<Omit<Theme, 'components'> & CssVarsTheme>

const quietDisabled = { color: color.t3, backgroundColor: color.sunken, borderColor: color.line, boxShadow: 'none', opacity: 1 }

const buttons: DeskComponents = {
  MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
    styleOverrides: {
      root: {
        gap: 8,
        minWidth: 0,
        height: size.control,
        padding: '0 12px',
        border: '1px solid transparent',
        whiteSpace: 'nowrap',
        transition: `background-color ${motion.press}, border-color ${motion.press}, color ${motion.press}`,
        '&.Mui-disabled, &[aria-disabled="true"]': quietDisabled,
        variants: [
          {
            props: { size: 'small' },
            style: { height: size.controlSmall, padding: '0 9px', fontSize: 12, gap: 6, '& svg': { width: 14, height: 14 } },
          },
          { props: { size: 'large' }, style: { height: 36, fontSize: 13 } },
          {
            props: { variant: 'outlined' },
            style: {
              borderColor: color.line2,
              backgroundColor: color.raised,
              color: color.text,
              boxShadow: shadow.sh1,
              '&:hover': {
                backgroundColor: color.raised,
                backgroundImage: `linear-gradient(${color.hover}, ${color.hover})`,
                boxShadow: shadow.sh1,
              },
            },
          },
          {
            props: { variant: 'outlined', color: 'primary' },
            style: { color: color.accent, borderColor: color.tint2, fontWeight: 600 },
          },
          { props: { variant: 'outlined', color: 'error' }, style: { color: color.hot } },
          {
            props: { variant: 'text' },
            style: { color: color.t2, '&:hover': { backgroundColor: color.hover, color: color.text } },
          },
          { props: { variant: 'text', color: 'primary' }, style: { color: color.accent } },
          {
            props: { variant: 'contained' },
            style: {
              backgroundColor: color.accent,
              borderColor: color.accent,
              color: color.onAccent,
              fontWeight: 600,
              boxShadow: shadow.sh1,
              '&:hover': { backgroundColor: color.accentHover, borderColor: color.accentHover, boxShadow: shadow.sh1 },
            },
          },
          {
            props: { variant: 'text' },
            style: { '&.Mui-disabled, &[aria-disabled="true"]': { backgroundColor: 'transparent', borderColor: 'transparent' } },
          },
        ],
      },
      startIcon: { margin: 0 },
      endIcon: { margin: 0 },
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small', color: 'inherit' },
    styleOverrides: {
      root: {
        width: 30,
        height: size.controlSmall,
        padding: 0,
        borderRadius: radius.control,
        color: color.t2,
        transition: `background-color ${motion.press}`,
        '&:hover': { backgroundColor: color.hover, color: color.text },
        '&.Mui-disabled': { color: color.t3 },
      },
    },
  },
  MuiToggleButtonGroup: {
    styleOverrides: {
      root: { border: `1px solid ${color.line2}`, borderRadius: radius.control, backgroundColor: color.sunken },
      grouped: {
        margin: 0,
        border: 0,
        borderRadius: 5,
        '&.MuiToggleButtonGroup-middleButton, &.MuiToggleButtonGroup-lastButton': { margin: 0, border: 0 },
      },
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        // 26 with the group's border outside it: the control is as high as a small button beside it.
        height: size.controlSmall,
        padding: '0 9px',
        gap: 6,
        border: 0,
        fontSize: 12,
        fontWeight: 500,
        whiteSpace: 'nowrap',
        color: color.t2,
        '&, &.MuiToggleButtonGroup-grouped': { borderRadius: '5px' },
        '&:hover': { backgroundColor: color.hover },
        '&.Mui-selected, &.Mui-selected:hover': {
          backgroundColor: color.segmentOn,
          color: color.text,
          fontWeight: 600,
          boxShadow: `0 0 0 1px ${color.line2}`,
        },
        '&.Mui-disabled, &.Mui-disabled.MuiToggleButtonGroup-grouped': { color: color.t3, border: 0 },
      },
    },
  },
}

const inputs: DeskComponents = {
  MuiInputBase: {
    styleOverrides: {
      root: { fontSize: 13, lineHeight: '20px', color: color.text },
      input: {
        '&::placeholder': { color: color.t3, opacity: 1 },
        '&.Mui-disabled': { WebkitTextFillColor: color.t3 },
      },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        height: size.control,
        borderRadius: radius.control,
        backgroundColor: color.work,
        padding: '0 10px',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: color.ctl, transition: `border-color ${motion.press}` },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: color.t3 },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: color.accent, borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: color.hot },
        '&.Mui-disabled': { backgroundColor: color.sunken },
        '&.MuiInputBase-multiline': { height: 'auto', padding: '6px 10px' },
      },
      input: { padding: 0, height: '100%' },
    },
  },
  MuiSelect: {
    defaultProps: { IconComponent: CaretDownIcon },
    styleOverrides: {
      select: { display: 'flex', alignItems: 'center', minHeight: 0, height: '100%' },
      icon: { top: 'calc(50% - 6px)', right: 10, width: 12, height: 12, color: color.t3 },
    },
  },
  MuiFormControlLabel: {
    styleOverrides: { root: { marginLeft: 0, marginRight: 0, gap: 8 }, label: { fontSize: 13, lineHeight: '20px' } },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 4, color: color.ctl, '&.Mui-checked': { color: color.accent } } },
  },
  MuiRadio: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 4, color: color.ctl, '&.Mui-checked': { color: color.accent } } },
  },
  MuiSwitch: {
    styleOverrides: {
      root: { width: 40, height: 24, padding: 3 },
      switchBase: {
        padding: 6,
        color: color.work,
        '&.Mui-checked': { transform: 'translateX(16px)', color: color.onAccent },
        '&.Mui-checked + .MuiSwitch-track': { backgroundColor: color.accent, opacity: 1 },
        '&.Mui-focusVisible + .MuiSwitch-track': { outline: `2px solid ${color.accent}`, outlineOffset: '2px' },
      },
      thumb: { width: 12, height: 12, boxShadow: 'none' },
      track: { borderRadius: 9, backgroundColor: color.ctl, opacity: 1 },
    },
  },
}

const surfaces: DeskComponents = {
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none', border: `1px solid ${color.line2}` } },
  },
  MuiPopover: { styleOverrides: { paper: { boxShadow: shadow.sh2, borderRadius: radius.row } } },
  MuiMenu: { styleOverrides: { list: { padding: 4 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        // MUI lifts the height from 600 px on; targets here stay at 32.
        '&.MuiMenuItem-root': { minHeight: 32 },
        gap: 8,
        padding: '0 10px',
        borderRadius: radius.control,
        fontSize: 13,
        lineHeight: '20px',
        '&:hover': { backgroundColor: color.hover },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: color.sel },
      },
    },
  },
  MuiListItemButton: {
    styleOverrides: {
      root: {
        borderRadius: radius.row,
        transition: `background-color ${motion.press}`,
        '&:hover': { backgroundColor: color.hover },
        // No hover tint on top of the selected row.
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: color.sel },
      },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, enterNextDelay: 400, disableInteractive: false },
    styleOverrides: {
      tooltip: {
        ...small,
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        padding: '6px 8px',
        fontWeight: 400,
        color: color.text,
        backgroundColor: color.raised,
        border: `1px solid ${color.line2}`,
        borderRadius: radius.control,
        boxShadow: shadow.sh2,
      },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: {
        width: 480,
        maxWidth: 'calc(100vw - 32px)',
        borderRadius: radius.sheet,
        boxShadow: shadow.sh3,
        // Focus comes here by program when it opens: a ring would say that it can be pressed.
        '&:focus-visible': { outline: 'none' },
      },
    },
  },
  MuiDialogTitle: {
    styleOverrides: {
      root: { padding: '20px 20px 4px', fontSize: 17, lineHeight: '24px', fontWeight: 640, letterSpacing: '-.01em' },
    },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '4px 20px 16px', color: color.t2 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '0 20px 20px', gap: 8 } } },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: '#1A1F2B52' } } },
  },
  MuiDrawer: { styleOverrides: { paper: { border: 0, borderLeft: `1px solid ${color.line2}`, boxShadow: shadow.sh3 } } },
  MuiSkeleton: { defaultProps: { animation: false }, styleOverrides: { root: { backgroundColor: color.skeleton } } },
  MuiTableCell: {
    styleOverrides: {
      root: { height: 31, padding: '0 0 0 8px', fontSize: 12.5, borderColor: color.line, '&:first-of-type': { paddingLeft: 0 } },
      head: { height: 26, fontSize: 12, fontWeight: 500, color: color.t3 },
      alignRight: { fontFeatureSettings: '"tnum"' },
    },
  },
}

export const components: DeskComponents = {
  MuiCssBaseline: { styleOverrides: globalStyles },
  MuiLink: {
    styleOverrides: {
      root: {
        color: color.accent,
        fontWeight: 560,
        textDecoration: 'none',
        borderRadius: radius.mark,
        '&:hover': { textDecoration: 'underline' },
        // A link that is a button keeps a target of 24 without moving the line it stands in.
        '&.MuiLink-button': {
          font: 'inherit',
          fontFamily: font.sans,
          fontWeight: 560,
          position: 'relative',
          '&::after': { content: '""', position: 'absolute', inset: '-4px 0' },
        },
      },
    },
  },
  ...buttons,
  ...inputs,
  ...surfaces,
}
