"""From a map to a picture: text metrics, theme, scene, fit, engines and painter."""
