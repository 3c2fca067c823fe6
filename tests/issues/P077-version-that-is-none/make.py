"""A bag of a version that there never was."""

import bags

bags.bag(version="0.9")
