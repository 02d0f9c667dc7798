/** The two typefaces of the desk, bundled with the program so that nothing is fetched: Figtree for everything, Atkinson Mono for what is read out. */
import '@fontsource-variable/figtree/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
