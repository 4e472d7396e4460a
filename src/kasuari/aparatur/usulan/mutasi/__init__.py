"""Yang sama bagi mutasi di dalam kota: mencari pos tujuan, menimbangnya, keputusannya, dan penetapan di register."""
