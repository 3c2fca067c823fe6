"""A line of bag-info.txt that says nothing."""

import bags

bags.bag(info="Contact-Name: 图书馆\nhello\n")
