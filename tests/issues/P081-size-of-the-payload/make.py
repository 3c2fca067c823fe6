"""bag-info.txt says another size."""

import bags

bags.bag(info="Payload-Oxum: 9.3\n")
