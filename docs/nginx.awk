# Turns the rules of a built site into maps for nginx:
#
#   awk -f docs/nginx.awk public/_headers public/_redirects > site-maps.conf
#
# Each header NAME becomes a map from the address to $site_name, empty where the
# site sends none; nginx leaves out headers without a value. Types are left to
# nginx, which would send two. For a site below a path: -v base=/sub/path

FNR == 1 { redirects = FILENAME ~ /_redirects$/ }
/^#/ || /^$/ { next }

redirects {
	lines["redirect"] = lines["redirect"] sprintf("\t\"%s%s\" \"%s\";\n", base, $1, $2)
	next
}

/^\// {
	key = base $1
	if ($1 == "/*") {
		key = "default"
	} else if (i = index(key, "*")) {
		before = substr(key, 1, i - 1)
		after = substr(key, i + 1)
		gsub(/[.+]/, "\\\\&", before)
		gsub(/[.+]/, "\\\\&", after)
		key = "\"~^" before ".*" after "$\""
	} else {
		key = "\"" key "\""
	}
	next
}

{
	name = tolower($1)
	sub(/:$/, "", name)
	gsub(/-/, "_", name)
	value = $0
	sub(/^[ \t]*[^:]*:[ \t]*/, "", value)
	if (name != "content_type") lines[name] = lines[name] sprintf("\t%s \"%s\";\n", key, value)
}

END {
	# Addresses are longer than nginx expects of the keys of a map.
	print "map_hash_bucket_size 256;\nmap_hash_max_size 4096;"
	n = split("cache_control content_security_policy content_disposition access_control_allow_origin " \
		"x_content_type_options referrer_policy permissions_policy cross_origin_opener_policy " \
		"strict_transport_security x_robots_tag redirect", names, " ")
	for (i = 1; i <= n; i++) printf "map $uri $site_%s {\n%s}\n", names[i], lines[names[i]]
}
