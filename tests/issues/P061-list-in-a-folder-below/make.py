"""A stick with a site on it."""

import bags

bags.site("stick/网站")
